import { UserPlus } from 'lucide-react'
import { useMemo } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components'
import type { ChatBubble, SimulatedPerson } from '#shared/simulator.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { IconButton } from '../../components/icon-button.tsx'
import { listTime } from '../../format/format-time.ts'
import { classNames } from '../../theme/class-names.ts'
import { previewText } from './bubble-words.ts'
import styles from './people-region.module.css'
import { PersonDialog } from './person-dialog.tsx'

type Props = {
  readonly people: readonly SimulatedPerson[]
  readonly chosen: SimulatedPerson | null
  readonly bubbles: readonly ChatBubble[]
  readonly onChoose: (psid: string) => void
}

/** Everybody the simulator can write as, each with the last message. */
export function PeopleRegion({ people, chosen, bubbles, onChoose }: Props) {
  const last = useMemo(() => new Map(bubbles.map((bubble) => [bubble.psid, bubble])), [bubbles])
  return (
    <section className={styles.region} aria-label="People" data-pane="people">
      <header className={styles.head}>
        <h2>People</h2>
        <PersonDialog
          person={null}
          onSaved={onChoose}
          trigger={
            <IconButton label="Add a person" hasBorder>
              <UserPlus size={15} aria-hidden />
            </IconButton>
          }
        />
      </header>
      <ListBox
        aria-label="People"
        className={classNames(styles.list)}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={chosen === null ? [] : [chosen.psid]}
        onSelectionChange={(keys) => {
          const picked = people.find(({ psid }) => keys !== 'all' && keys.has(psid))
          if (picked !== undefined) onChoose(picked.psid)
        }}
        renderEmptyState={() => <EmptyState sentence="Nobody is left. Add a person to write as." />}
        data-pane-focus
      >
        {people.map((person) => (
          <Person key={person.psid} person={person} last={last.get(person.psid) ?? null} />
        ))}
      </ListBox>
    </section>
  )
}

type PersonProps = { readonly person: SimulatedPerson; readonly last: ChatBubble | null }

function Person({ person, last }: PersonProps) {
  return (
    <ListBoxItem id={person.psid} textValue={person.name} className={classNames(styles.person)}>
      <span className={styles.name}>{person.name}</span>
      {last !== null && <span className={styles.time}>{listTime(last.atMs, Date.now())}</span>}
      <span className={styles.psid}>{person.psid}</span>
      <span className={styles.last}>{last === null ? 'No messages yet' : previewText(last)}</span>
    </ListBoxItem>
  )
}
