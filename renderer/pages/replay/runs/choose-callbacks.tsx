import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Dialog, Heading } from 'react-aria-components'
import type { CallbackFilter } from '#shared/callback.ts'
import { everything } from '#shared/messenger/matches-filter.ts'
import { useWorkbench } from '../../../bridge/workbench-client.tsx'
import { Button } from '../../../components/button.tsx'
import dialog from '../../../components/dialog.module.css'
import { ErrorBox } from '../../../components/error-box.tsx'
import { countText } from '../../../format/format-size.ts'
import { explanationOf } from '../../../state/explanation-of.ts'
import { classNames } from '../../../theme/class-names.ts'
import { useCallbackList } from '../../callbacks/callbacks-provider.tsx'
import { CallbackFilterFields } from '../callback-filter-fields.tsx'
import { filterWords } from './run-words.ts'
import styles from './runs.module.css'

type Props = { readonly onChosen: (filter: CallbackFilter) => void }

/** Which callbacks a new run sends; to begin with, those that the list on the Callbacks page shows. */
export function ChooseCallbacks({ onChosen }: Props) {
  const list = useCallbackList()
  const [filter, setFilter] = useState(list.filter)
  const { count, error } = useCount(filter)
  const isNarrowed = filter.signature !== null || filter.failed
  return (
    <Dialog className={classNames(dialog.dialog)}>
      {({ close }) => {
        const submit = (event: FormEvent) => {
          event.preventDefault()
          if (count === null || count === 0) return
          close()
          onChosen(filter)
        }
        return (
          <form className={styles.form} onSubmit={submit} aria-label="Which callbacks">
            <Heading slot="title" className={classNames(dialog.title)}>
              Which callbacks to replay
            </Heading>
            <p className={styles.dim}>To replay one or a few, select them on the Callbacks page.</p>
            <CallbackFilterFields filter={filter} onChange={setFilter} />
            {isNarrowed && (
              <p className={styles.narrowed}>
                Narrowed down on the Callbacks page: {filterWords({ ...filter, text: '' })}.
                <Button
                  size="small"
                  onPress={() => setFilter({ ...everything, kind: filter.kind, text: filter.text })}
                >
                  Do not narrow down
                </Button>
              </p>
            )}
            <p role="status" className={styles.count}>
              {count === null
                ? 'Counting…'
                : count === 0
                  ? 'No callback matches.'
                  : `${countText(count, 'callback')}.`}
            </p>
            {error !== null && <ErrorBox error={explanationOf(error)} />}
            <div className={dialog.buttons}>
              <Button onPress={close}>Cancel</Button>
              <Button type="submit" look="primary" isDisabled={count === null || count === 0}>
                Choose how…
              </Button>
            </div>
          </form>
        )
      }}
    </Dialog>
  )
}

function useCount(filter: CallbackFilter) {
  const { countReplay } = useWorkbench()
  const selection = { kind: 'filter', filter } as const
  const { data, error } = useQuery({
    queryKey: ['replay-count', selection],
    queryFn: () => countReplay({ selection }),
    staleTime: 0,
    gcTime: 0,
  })
  return { count: data?.count ?? null, error }
}
