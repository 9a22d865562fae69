import { useEffect, useRef } from 'react'
import { Group } from 'react-aria-components'
import { classNames } from '../theme/class-names.ts'
import styles from './command-palette.module.css'
import { canBeChosen, type PaletteEntry, type PaletteGroup } from './palette-entry.ts'
import { PaletteRow } from './palette-row.tsx'
import type { PaletteText } from './palette-text.ts'

/** The id of an entry's element in the list of this id. */
export function entryDomId(listId: string, { id }: PaletteEntry): string {
  return `${listId}-${id}`
}

type Props = {
  readonly id: string
  readonly groups: readonly PaletteGroup[]
  readonly active: PaletteEntry | null
  readonly text: PaletteText
  /** What the callbacks were found by. */
  readonly filter: string
  readonly onChoose: (entry: PaletteEntry) => void
}

/** What fits, in its groups; the field keeps the focus. */
export function PaletteList({ id, groups, active, text, filter, onChoose }: Props) {
  const shown = useRef<HTMLDivElement>(null)
  const activeId = active?.id
  useEffect(() => {
    if (activeId !== undefined) shown.current?.scrollIntoView({ block: 'nearest' })
  }, [activeId])
  return (
    <div id={id} role="listbox" aria-label="Results" className={styles.list} hidden={groups.length === 0}>
      {groups.map(({ title, entries }) => (
        <Group key={title} aria-label={title}>
          <div className={styles.heading} aria-hidden>
            {title}
          </div>
          {entries.map((entry) => (
            <div
              key={entry.id}
              id={entryDomId(id, entry)}
              ref={entry.id === activeId ? shown : null}
              role="option"
              tabIndex={-1}
              aria-selected={entry.id === activeId}
              aria-disabled={!canBeChosen(entry) || undefined}
              className={classNames(
                styles.row,
                entry.id === activeId && styles.active,
                !canBeChosen(entry) && styles.disabled,
              )}
              // The field keeps the focus.
              onMouseDown={(event) => event.preventDefault()}
              onMouseUp={(event) => {
                if (event.button === 0) onChoose(entry)
              }}
            >
              <PaletteRow entry={entry} text={text} filter={filter} />
            </div>
          ))}
        </Group>
      ))}
    </div>
  )
}
