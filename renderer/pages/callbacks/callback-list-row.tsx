import { memo } from 'react'
import type { CallbackRow } from '#shared/callback.ts'
import { isFailedStatus } from '#shared/messenger/failed-status.ts'
import { Tag } from '../../components/tag.tsx'
import { listTime } from '../../format/format-time.ts'
import { shortId } from '../../format/short-id.ts'
import { classNames } from '../../theme/class-names.ts'
import styles from './callback-list-row.module.css'
import { KindIcon } from './kind-icon.tsx'
import { kindWords, rowSummary, rowTag, typeWord } from './row-words.ts'

export const ROW_HEIGHT = 56

export function rowDomId(seq: number): string {
  return `callback-${seq}`
}

type Props = {
  readonly row: CallbackRow
  readonly index: number
  readonly setSize: number
  readonly isSelected: boolean
  readonly onPick: (row: CallbackRow) => void
}

export const CallbackListRow = memo(function CallbackListRow(props: Props) {
  const { row, index, setSize, isSelected, onPick } = props
  const isFailed = row.kind === 'status' && isFailedStatus(row.type)
  const tag = rowTag(row)
  return (
    <div
      id={rowDomId(row.seq)}
      role="option"
      aria-selected={isSelected}
      aria-setsize={setSize}
      aria-posinset={index + 1}
      tabIndex={-1}
      onMouseDown={(event) => {
        if (event.button === 0) onPick(row)
      }}
      className={classNames(styles.row, isSelected && styles.selected)}
      style={{ height: ROW_HEIGHT, transform: `translateY(${index * ROW_HEIGHT}px)` }}
    >
      <span className={classNames(styles.icon, styles[row.kind], isFailed && styles.failed)}>
        <KindIcon row={row} />
      </span>
      <span className={styles.title}>
        <b>{typeWord(row)}</b>
        {row.psid !== null && <span className={styles.psid}>{shortId(row.psid)}</span>}
        <Tag>{kindWords[row.kind]}</Tag>
        {tag !== null && <Tag tone={tag.tone}>{tag.word}</Tag>}
      </span>
      <time className={styles.time}>{listTime(row.receivedAtMs, Date.now())}</time>
      <span className={styles.summary}>{rowSummary(row)}</span>
    </div>
  )
})
