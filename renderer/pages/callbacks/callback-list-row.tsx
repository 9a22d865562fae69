import { type MouseEvent, memo } from 'react'
import { VisuallyHidden } from 'react-aria-components'
import type { CallbackRow } from '#shared/callback.ts'
import { isFailedStatus } from '#shared/messenger/failed-status.ts'
import type { SearchQuery } from '#shared/search/query.ts'
import { thisOs } from '../../commands/this-os.ts'
import { Highlighted, HighlightedId } from '../../components/highlighted.tsx'
import { RepeatTag } from '../../components/repeat-tag.tsx'
import { Tag } from '../../components/tag.tsx'
import { listTime } from '../../format/format-time.ts'
import { PersonName } from '../../people/person-name.tsx'
import { usePersonName } from '../../people/person-names.tsx'
import { classNames } from '../../theme/class-names.ts'
import styles from './callback-list-row.module.css'
import type { PickHow } from './callbacks-provider.tsx'
import { KindIcon } from './kind-icon.tsx'
import { RowMarks } from './marks/row-marks.tsx'
import { PassedOnMark } from './passed-on-mark.tsx'
import { kindWords, rowSummary, rowTag, typeWord } from './row-words.ts'
import { type WindowHint, windowHint } from './window-hint.ts'

export const ROW_HEIGHT = 56

export function rowDomId(seq: number): string {
  return `callback-${seq}`
}

type ContentProps = {
  readonly row: CallbackRow
  /** What it was found by. */
  readonly query: SearchQuery
  /** When the person last wrote to the Page, as far as any row knows. */
  readonly lastInboundAtMs: number | null
  readonly nowMs: number
}

type Props = ContentProps & {
  /** From the top of the list, in pixels. */
  readonly top: number
  /** In the whole list, from 1. */
  readonly place: number
  readonly setSize: number
  readonly isSelected: boolean
  /** Whether it is the one of several that is shown beside the list. */
  readonly isFocused: boolean
  readonly onPick: (row: CallbackRow, how: PickHow) => void
}

export const CallbackListRow = memo(function CallbackListRow(props: Props) {
  const { row, query, top, place, setSize, isSelected, isFocused, lastInboundAtMs, nowMs, onPick } = props
  const hasEnd = hintOf(props) !== null || row.passedOn !== null
  return (
    <div
      id={rowDomId(row.seq)}
      role="option"
      aria-selected={isSelected}
      aria-setsize={setSize}
      aria-posinset={place}
      tabIndex={-1}
      onMouseDown={(event) => {
        if (event.button === 0) onPick(row, howPicked(event))
      }}
      className={classNames(
        styles.row,
        isSelected && styles.selected,
        isFocused && styles.focused,
        hasEnd && styles.ended,
      )}
      style={{ height: ROW_HEIGHT, transform: `translateY(${top}px)` }}
    >
      <RowContent row={row} query={query} lastInboundAtMs={lastInboundAtMs} nowMs={nowMs} />
    </div>
  )
})

/** Stays as it is when others that arrive move the row. */
const RowContent = memo(function RowContent(props: ContentProps) {
  const { row, query } = props
  const isFailed = row.kind === 'status' && isFailedStatus(row.type)
  const name = usePersonName(row.psid)
  const tag = rowTag(row)
  const hint = hintOf(props)
  return (
    <>
      <span className={classNames(styles.icon, styles[row.kind], isFailed && styles.failed)}>
        <KindIcon row={row} />
      </span>
      <span className={styles.title}>
        <b>
          <Highlighted text={typeWord(row)} query={query} />
        </b>
        <PersonName psid={row.psid} />
        {row.psid !== null && name === null && (
          <span className={styles.psid}>
            <HighlightedId id={row.psid} query={query} />
          </span>
        )}
        <span className={styles.kind}>
          <Tag>{kindWords[row.kind]}</Tag>
        </span>
        {tag !== null && <Tag tone={tag.tone}>{tag.word}</Tag>}
        {row.attempts > 1 && <RepeatTag count={row.attempts} />}
        <RowMarks row={row} />
      </span>
      <time className={styles.time}>{listTime(row.receivedAtMs, Date.now())}</time>
      <span className={styles.summary}>
        <Highlighted text={rowSummary(row)} query={query} />
      </span>
      {(hint !== null || row.passedOn !== null) && (
        <span className={styles.end}>
          {row.passedOn !== null && <PassedOnMark passedOn={row.passedOn} />}
          {hint !== null && (
            <span
              className={classNames(styles.window, styles[hint.tone])}
              title="The person’s 24-hour window"
            >
              <VisuallyHidden>24-hour window: </VisuallyHidden>
              {hint.text}
            </span>
          )}
        </span>
      )}
    </>
  )
})

function hintOf({ row, lastInboundAtMs, nowMs }: ContentProps): WindowHint | null {
  return row.kind === 'inbound' ? windowHint(lastInboundAtMs, nowMs) : null
}

/** Shift takes the rows between, Ctrl (Command on macOS) one beside those selected. */
function howPicked(event: MouseEvent): PickHow {
  if (event.shiftKey) return 'range'
  return (thisOs() === 'mac' ? event.metaKey : event.ctrlKey) ? 'toggle' : 'alone'
}
