import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef } from 'react'
import { useOfferActions } from '../../commands/actions-provider.tsx'
import { focusPane } from '../../commands/focus-pane.ts'
import type { ListMove, MoveHow } from '../../commands/page-actions.ts'
import { NewestPill } from '../../components/newest-pill.tsx'
import { useMinute } from '../../state/use-minute.ts'
import styles from './callback-list-box.module.css'
import { CallbackListRow, ROW_HEIGHT, rowDomId } from './callback-list-row.tsx'
import { useCallbackList, useDesk } from './callbacks-provider.tsx'
import { useFeed } from './feed-store.ts'
import { lastInboundOf, pairOf } from './last-inbound.ts'
import { indexAfter } from './list-move.ts'
import { isSelected } from './list-selection.ts'
import { useHeldScroll } from './use-held-scroll.ts'

const OVERSCAN = 12
const LOAD_AHEAD_ROWS = 40

/**
 * The rows, of which only those in view are in the page. One tab stop; the arrow keys move the selection, with Shift a
 * range, with Ctrl or Command only the focus.
 */
export function CallbackListBox() {
  const { query, loadMore } = useCallbackList()
  const feed = useFeed((all) => all)
  const { desk, pick, pickAll, pickOnlyShown, follow, listScroll } = useDesk()
  const box = useRef<HTMLDivElement>(null)
  const { rows, order, hasMore, progress } = feed
  const { selection } = desk
  const { mode, seq } = selection
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index]?.seq ?? index,
    overscan: OVERSCAN,
    initialOffset: listScroll.current,
  })
  const items = virtual.getVirtualItems()
  const held = useHeldScroll({ box, feed, isPinned: mode !== 'following' })
  const nowMs = useMinute()
  const lastInbound = useMemo(() => lastInboundOf(rows), [rows])
  const index = rows.findIndex((row) => row.seq === seq)

  const lastShown = items.at(-1)?.index ?? 0
  const wantsMore = hasMore && progress === 'idle' && lastShown >= rows.length - LOAD_AHEAD_ROWS
  useEffect(() => {
    if (wantsMore) loadMore()
  }, [wantsMore, loadMore])

  const move = (by: ListMove, how: MoveHow = 'alone') => {
    const rowsPerPage = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / ROW_HEIGHT) - 1)
    const next = indexAfter(by, { index, count: rows.length, rowsPerPage })
    const row = rows[next]
    if (row === undefined) return
    pick(row, how)
    virtual.scrollToIndex(next, { align: 'auto' })
  }
  const followNewest = () => {
    held.toTop()
    follow()
  }
  const focused = rows[index]
  useOfferActions({
    moveInList: move,
    ...(focused !== undefined && { toggleInList: () => pick(focused, 'toggle') }),
    selectAllInList: pickAll,
    followNewest: mode === 'several' ? pickOnlyShown : followNewest,
    openDetails: () => focusPane('details'),
    backToList: () => box.current?.focus(),
  })
  const isFocusedShown = items.some((item) => item.index === index)
  const setSize = hasMore ? -1 : rows.length
  return (
    <div className={styles.area}>
      {held.unseen > 0 && (
        <NewestPill at="top" onPress={followNewest}>
          {`${held.unseen.toLocaleString('en-GB')} new`}
        </NewestPill>
      )}
      <div
        ref={box}
        role="listbox"
        aria-label={`Callbacks, ${order} first`}
        aria-busy={feed.isStale}
        aria-multiselectable
        tabIndex={0}
        data-scope="list"
        data-pane-focus
        {...(isFocusedShown && seq !== null && { 'aria-activedescendant': rowDomId(seq) })}
        className={styles.box}
        onScroll={(event) => {
          listScroll.current = event.currentTarget.scrollTop
          held.onScroll()
        }}
      >
        <div role="presentation" className={styles.sizer} style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => {
            const row = rows[item.index]
            if (row === undefined) return null
            return (
              <CallbackListRow
                key={row.seq}
                row={row}
                query={query}
                index={item.index}
                setSize={setSize}
                isSelected={isSelected(selection, row.seq)}
                isFocused={mode === 'several' && row.seq === seq}
                lastInboundAtMs={lastInbound.get(pairOf(row) ?? '') ?? null}
                nowMs={nowMs}
                onPick={pick}
              />
            )
          })}
        </div>
      </div>
    </div>
  )
}
