import type { RefObject } from 'react'
import { useOfferActions } from '../../commands/actions-provider.tsx'
import { focusPane } from '../../commands/focus-pane.ts'
import type { ListMove, MoveHow } from '../../commands/page-actions.ts'
import { ROW_HEIGHT } from './callback-list-row.tsx'
import { useDesk } from './callbacks-provider.tsx'
import { useFeedStore } from './feed-store.ts'
import { indexAfter } from './list-move.ts'
import { rowIndex } from './row-index.ts'
import { useListedRow } from './use-listed-row.ts'

type Input = {
  readonly box: RefObject<HTMLDivElement | null>
  /** Scrolls to the row with this index. */
  readonly show: (index: number) => void
  readonly followNewest: () => void
}

/** Gives the keys for the list something to do. */
export function useListActions({ box, show, followNewest }: Input): void {
  const { desk, pick, pickAll, pickOnlyShown } = useDesk()
  const { now } = useFeedStore()
  const { mode, seq } = desk.selection
  const focused = useListedRow(seq)

  const move = (by: ListMove, how: MoveHow = 'alone') => {
    const { rows } = now()
    const rowsPerPage = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / ROW_HEIGHT) - 1)
    const index = rowIndex(rows, seq)
    const next = indexAfter(by, { index, count: rows.length, rowsPerPage })
    const row = rows[next]
    if (row === undefined) return
    pick(row, how)
    show(next)
  }
  useOfferActions({
    moveInList: move,
    ...(focused !== null && { toggleInList: () => pick(focused, 'toggle') }),
    selectAllInList: pickAll,
    followNewest: mode === 'several' ? pickOnlyShown : followNewest,
    openDetails: () => focusPane('details'),
    backToList: () => box.current?.focus(),
  })
}
