import { memo, useCallback, useMemo, useRef } from 'react'
import { numberText } from '#shared/number-text.ts'
import { NewestPill } from '../../components/newest-pill.tsx'
import { PANE, PANE_FOCUS, useHandOverFocus } from '../../components/use-hand-over-focus.ts'
import { useMinute } from '../../state/use-minute.ts'
import styles from './callback-list-box.module.css'
import { CallbackListRow, ROW_HEIGHT, rowDomId } from './callback-list-row.tsx'
import { useCallbackList, useDesk } from './callbacks-provider.tsx'
import { useFeed, useFeedStore } from './feed-store.ts'
import { lastInboundOf, pairOf } from './last-inbound.ts'
import { isSelected } from './list-selection.ts'
import { usePinKeys } from './marks/use-pin-keys.ts'
import { useListActions } from './use-list-actions.ts'
import { useListView } from './use-list-view.ts'
import { useMoreRows } from './use-more-rows.ts'
import { useScrollToSought } from './use-scroll-to-sought.ts'

/**
 * The rows, of which only those in view are in the page. One tab stop; the arrow keys move the selection, with Shift a
 * range, with Ctrl or Command only the focus.
 */
export function CallbackListBox() {
  const { query } = useCallbackList()
  const { desk, pick } = useDesk()
  const box = useRef<HTMLDivElement>(null)
  const order = useFeed((feed) => feed.order)
  const isStale = useFeed((feed) => feed.isStale)
  const { selection } = desk
  const { mode, seq } = selection
  const view = useListView({ box, isPinned: mode !== 'following' })
  const { rows, from, to, countBefore, hasMore } = view
  const nowMs = useMinute()
  const lastInbound = useMemo(() => lastInboundOf(rows), [rows])
  const followNewest = useFollowNewest(view.toTop)
  useListActions({ box, show: view.show, followNewest })
  useScrollToSought(view.show)
  usePinKeys()
  useHandOverFocus(box, PANE, PANE_FOCUS)
  useMoreRows(from, to)

  const drawn = rows.slice(from, to)
  const isFocusedShown = drawn.some((row) => row.seq === seq)
  const setSize = hasMore ? -1 : countBefore + rows.length
  return (
    <div className={styles.area}>
      <NewRows count={view.unseen} onPress={followNewest} />
      <div
        ref={box}
        role="listbox"
        aria-label={`Callbacks, ${order} first`}
        aria-busy={isStale}
        aria-multiselectable
        tabIndex={0}
        data-scope="list"
        data-pane-focus
        {...(isFocusedShown && seq !== null && { 'aria-activedescendant': rowDomId(seq) })}
        className={styles.box}
        onScroll={view.onScroll}
      >
        <div role="presentation" className={styles.sizer} style={{ height: rows.length * ROW_HEIGHT }}>
          {drawn.map((row, offset) => (
            <CallbackListRow
              key={row.seq}
              row={row}
              query={query}
              top={(from + offset) * ROW_HEIGHT}
              place={countBefore + from + offset + 1}
              setSize={setSize}
              isSelected={isSelected(selection, row.seq)}
              isFocused={mode === 'several' && row.seq === seq}
              lastInboundAtMs={lastInbound.get(pairOf(row) ?? '') ?? null}
              nowMs={nowMs}
              onPick={pick}
            />
          ))}
        </div>
      </div>
    </div>
  )
}

type NewRowsProps = { readonly count: number; readonly onPress: () => void }

/** Drawn with its number, not with every row that is scrolled by. */
const NewRows = memo(function NewRows({ count, onPress }: NewRowsProps) {
  if (count === 0) return null
  return (
    <NewestPill at="top" onPress={onPress}>
      {`${numberText(count)} new`}
    </NewestPill>
  )
})

/** Scrolls to the newest callback and follows it from now on. */
function useFollowNewest(toTop: () => void): () => void {
  const { reload } = useCallbackList()
  const { follow } = useDesk()
  const { now } = useFeedStore()
  return useCallback(() => {
    toTop()
    if (now().before !== null) reload()
    follow()
  }, [toTop, now, reload, follow])
}
