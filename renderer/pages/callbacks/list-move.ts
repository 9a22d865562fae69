import type { ListMove } from '../../commands/page-actions.ts'

type Place = {
  /** Index of the selected row; -1 when none of the shown rows is selected. */
  readonly index: number
  readonly count: number
  readonly rowsPerPage: number
}

/** Index of the row a move ends at; -1 in an empty list. */
export function indexAfter(move: ListMove, { index, count, rowsPerPage }: Place): number {
  const last = count - 1
  if (index === -1) return move === 'last' ? last : Math.min(0, last)
  switch (move) {
    case 'next':
      return Math.min(index + 1, last)
    case 'previous':
      return Math.max(index - 1, 0)
    case 'page-down':
      return Math.min(index + rowsPerPage, last)
    case 'page-up':
      return Math.max(index - rowsPerPage, 0)
    case 'first':
      return 0
    case 'last':
      return last
  }
}
