import { useVirtualizer } from '@tanstack/react-virtual'
import { type ClipboardEvent, type KeyboardEvent, useEffect, useMemo, useRef } from 'react'
import { highlightRanges } from '#shared/search/highlight.ts'
import type { SearchQuery } from '#shared/search/query.ts'
import { keyboardScrollable } from '../../../components/keyboard-scrollable.ts'
import { classNames } from '../../../theme/class-names.ts'
import { type Found, placesWithin } from './find-in-text.ts'
import type { JsonTokens } from './json-tokens.ts'
import { type FoundPlace, rowPieces } from './row-pieces.ts'
import { FROM_ATTRIBUTE, selectedText } from './selected-text.ts'
import { lineCount, rowAt, textRows } from './text-rows.ts'
import styles from './text-view.module.css'
import { useColumns } from './use-columns.ts'
import { visibleText } from './visible-text.ts'

const ROW_HEIGHT = 19
const OVERSCAN = 20
/** So few are all in the page, where the browser can select and find them. */
const ALL_IN_PAGE = 400
const GUTTER_GAP = 2

type Props = {
  readonly label: string
  readonly text: string
  readonly tokens: JsonTokens
  readonly found: Found
  /** Which of the places found is meant; it is scrolled into view. */
  readonly current: number
  /** The filter of the list; what it found is marked where nothing is looked for in the text itself. */
  readonly query: SearchQuery
}

/** Text to be read, selected and copied, of any length: only the rows in view are in the page. */
export function TextView({ label, text, tokens, found, current, query }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const sizer = useRef<HTMLDivElement>(null)
  const ruler = useRef<HTMLSpanElement>(null)
  const free = useColumns(box, ruler)
  const digits = useMemo(() => String(lineCount(text)).length, [text])
  const columns = free === null ? null : Math.max(1, free - digits - GUTTER_GAP)
  const rows = useMemo(
    () => (columns === null ? { starts: [], lines: [] } : textRows(text, columns)),
    [text, columns],
  )
  const virtual = useVirtualizer({
    count: rows.lines.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: rows.lines.length <= ALL_IN_PAGE ? ALL_IN_PAGE : OVERSCAN,
  })
  const place = found.places[current]?.[0]
  useEffect(() => {
    if (place !== undefined && place <= text.length && rows.lines.length > 0)
      virtual.scrollToIndex(rowAt(rows, place), { align: 'center' })
  }, [place, rows, text.length, virtual])

  const onCopy = (event: ClipboardEvent) => {
    if (sizer.current === null) return
    const copied = selectedText(getSelection(), sizer.current, text)
    if (copied === null) return
    event.clipboardData.setData('text/plain', copied)
    event.preventDefault()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 'a' || !(event.ctrlKey || event.metaKey) || sizer.current === null) return
    getSelection()?.selectAllChildren(sizer.current)
    event.preventDefault()
  }
  return (
    <section
      ref={box}
      className={styles.box}
      aria-label={label}
      onCopy={onCopy}
      onKeyDown={onKeyDown}
      {...keyboardScrollable}
    >
      <span ref={ruler} className={styles.ruler} />
      <div ref={sizer} className={styles.sizer} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => (
          <Row
            key={index}
            top={start}
            digits={digits}
            line={rows.lines[index - 1] === rows.lines[index] ? null : (rows.lines[index] ?? null)}
            from={rows.starts[index] ?? 0}
            to={endOfRow(text, rows.starts[index] ?? 0, rows.starts[index + 1] ?? 0)}
            {...{ text, tokens, found, current, query }}
          />
        ))}
      </div>
    </section>
  )
}

function endOfRow(text: string, from: number, next: number): number {
  return next > from && text[next - 1] === '\n' ? next - 1 : next
}

type RowProps = Omit<Props, 'label'> & {
  readonly top: number
  /** Null for the further rows of a long line. */
  readonly line: number | null
  readonly digits: number
  readonly from: number
  readonly to: number
}

function Row({ top, line, digits, from, to, text, tokens, found, current, query }: RowProps) {
  const marks = marksWithin({ from, to, text, found, current, query })
  return (
    <div className={styles.row} style={{ transform: `translateY(${top}px)` }} data-row>
      <span className={styles.number} style={{ width: `${digits}ch` }} aria-hidden>
        {line}
      </span>
      <span className={styles.text} {...{ [FROM_ATTRIBUTE]: from }}>
        {rowPieces({ from, to }, tokens, marks).map((piece) => {
          const shown = visibleText(text.slice(piece.from, piece.to))
          const names = classNames(piece.token !== null && styles[piece.token])
          if (piece.found === null)
            return piece.token === null ? (
              shown
            ) : (
              <span key={piece.from} className={names}>
                {shown}
              </span>
            )
          return (
            <mark key={piece.from} className={classNames(names, styles[piece.found])}>
              {shown}
            </mark>
          )
        })}
      </span>
    </div>
  )
}

/** What was looked for in the text or, while nothing is, what the list's filter found in this row. */
function marksWithin({
  from,
  to,
  text,
  found,
  current,
  query,
}: Pick<RowProps, 'from' | 'to' | 'text' | 'found' | 'current' | 'query'>): readonly FoundPlace[] {
  if (found.places.length === 0) {
    const ranges = highlightRanges(text.slice(from, to), query)
    return ranges.map(({ start, end }) => ({ from: from + start, to: from + end, isCurrent: false }))
  }
  const { first, places } = placesWithin(found, from, to)
  return places.map(([start, end], index) => ({ from: start, to: end, isCurrent: first + index === current }))
}
