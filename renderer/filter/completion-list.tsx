import { useEffect, useRef } from 'react'
import type { Completion } from '#shared/search/complete-query.ts'
import { classNames } from '../theme/class-names.ts'
import styles from './completion-list.module.css'

/** The id of an option in the list of this id. */
export function completionId(listId: string, { text, about }: Completion): string {
  return `${listId}-${encodeURIComponent(text)}-${encodeURIComponent(about)}`
}

type Props = {
  readonly id: string
  readonly label: string
  readonly completion: {
    readonly offered: readonly Completion[]
    readonly active: Completion | undefined
    readonly take: (completion: Completion) => void
  }
}

/** The ways to go on, below the field that keeps the focus. */
export function CompletionList({ id, label, completion: { offered, active, take } }: Props) {
  const shown = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (active !== undefined) shown.current?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <div
      id={id}
      role="listbox"
      aria-label={`Completions: ${label}`}
      hidden={offered.length === 0}
      className={styles.list}
    >
      {offered.map((one) => {
        const isActive = one.text === active?.text && one.about === active.about
        return (
          <div
            key={`${one.text} ${one.about}`}
            id={completionId(id, one)}
            ref={isActive ? shown : null}
            role="option"
            tabIndex={-1}
            aria-selected={isActive}
            className={classNames(styles.option, isActive && styles.active)}
            // The field keeps the focus.
            onMouseDown={(event) => {
              event.preventDefault()
              if (event.button === 0) take(one)
            }}
          >
            <code className={styles.text}>{one.text}</code>
            {one.about !== '' && <span className={styles.about}>{one.about}</span>}
          </div>
        )
      })}
    </div>
  )
}
