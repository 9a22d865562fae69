import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { useOfferActions } from '../../../commands/actions-provider.tsx'
import { focusPane } from '../../../commands/focus-pane.ts'
import type { ListMove } from '../../../commands/page-actions.ts'
import { indexAfter } from '../../callbacks/list-move.ts'
import { RESULT_HEIGHT, ResultRow, resultDomId } from './result-row.tsx'
import styles from './results.module.css'
import type { RunResults } from './use-run-results.ts'

const OVERSCAN = 10
const LOAD_AHEAD_ROWS = 30

type Props = {
  readonly loaded: RunResults
  readonly openIndex: number | null
  readonly onOpen: (index: number) => void
}

/** The results, of which only those in view are in the page. One tab stop; the arrow keys move the selection. */
export function ResultList({ loaded, openIndex, onOpen }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const results = loaded.results ?? []
  const { hasMore, isLoadingMore, error, loadMore } = loaded
  const virtual = useVirtualizer({
    count: results.length,
    getScrollElement: () => box.current,
    estimateSize: () => RESULT_HEIGHT,
    getItemKey: (place) => results[place]?.index ?? place,
    overscan: OVERSCAN,
  })
  const items = virtual.getVirtualItems()
  const lastShown = items.at(-1)?.index ?? 0
  const wantsMore =
    hasMore && !isLoadingMore && error === null && lastShown >= results.length - LOAD_AHEAD_ROWS
  useEffect(() => {
    if (wantsMore) loadMore()
  }, [wantsMore, loadMore])

  const place = results.findIndex(({ index }) => index === openIndex)
  const move = (by: ListMove) => {
    const rowsPerPage = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / RESULT_HEIGHT) - 1)
    const next = indexAfter(by, { index: place, count: results.length, rowsPerPage })
    const result = results[next]
    if (result === undefined) return
    onOpen(result.index)
    virtual.scrollToIndex(next, { align: 'auto' })
  }
  useOfferActions({
    moveInList: move,
    openDetails: () => focusPane('result'),
    backToList: () => box.current?.focus(),
  })
  const isOpenShown = items.some((item) => item.index === place)
  return (
    <>
      <Columns />
      <div
        ref={box}
        role="listbox"
        aria-label="Results, in the order of the run"
        tabIndex={0}
        data-scope="list"
        data-pane-focus
        {...(isOpenShown && openIndex !== null && { 'aria-activedescendant': resultDomId(openIndex) })}
        className={styles.box}
      >
        <div role="presentation" className={styles.sizer} style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => {
            const result = results[item.index]
            if (result === undefined) return null
            return (
              <ResultRow
                key={result.index}
                result={result}
                place={item.index}
                setSize={hasMore ? -1 : results.length}
                isOpen={result.index === openIndex}
                onOpen={onOpen}
              />
            )
          })}
        </div>
      </div>
    </>
  )
}

/** Each option says these words itself where they are needed. */
function Columns() {
  return (
    <div className={styles.columns} aria-hidden>
      <span>#</span>
      <span>Callback</span>
      <span>Answer</span>
      <span>Time</span>
      <span>Compared with before</span>
    </div>
  )
}
