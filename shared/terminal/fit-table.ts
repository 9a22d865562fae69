import { cutToWidth, textWidth } from './text-width.ts'

export type TableColumn<Row> = {
  readonly title: string
  /** One line of printable text. */
  readonly textOf: (row: Row) => string
  /** Where there is no room, the highest goes first; 0 stays. */
  readonly dispensable: number
}

const GAP = '  '
/** What the last column needs to be worth reading. */
const LAST_COLUMNS = 24

/**
 * Lays out tables whose last column takes the room that is left: in a terminal of so many columns it is cut, and where
 * little is left others are left out. `columns` null: nothing is cut. The widths of the first rows are kept for all.
 */
export function fitTable<Row>(
  all: readonly TableColumn<Row>[],
  columns: number | null,
  first: readonly Row[],
) {
  const widthOf = (column: TableColumn<Row>) =>
    Math.max(textWidth(column.title), ...first.map((row) => textWidth(column.textOf(row))))
  let shown = all.map((column) => ({ ...column, width: widthOf(column) }))
  const left = () => room(columns, shown)
  for (let leaving = highest(shown); left() < LAST_COLUMNS && leaving > 0; leaving = highest(shown)) {
    shown = shown.filter(({ dispensable }) => dispensable < leaving)
  }
  const line = (textOf: (column: TableColumn<Row>) => string) =>
    shown
      .map((column, index) =>
        index === shown.length - 1
          ? cutToWidth(textOf(column), left())
          : padded(textOf(column), column.width),
      )
      .join(GAP)
      .trimEnd()
  return {
    header: line(({ title }) => title),
    lineOf: (row: Row) => line((column) => column.textOf(row)),
  }
}

function highest(columns: readonly { readonly dispensable: number }[]): number {
  return Math.max(0, ...columns.map(({ dispensable }) => dispensable))
}

function room(columns: number | null, shown: readonly { readonly width: number }[]): number {
  if (columns === null) return Number.POSITIVE_INFINITY
  const others = shown.slice(0, -1).reduce((sum, { width }) => sum + width + GAP.length, 0)
  return Math.max(1, columns - others)
}

function padded(text: string, width: number): string {
  const cut = cutToWidth(text, width)
  return cut + ' '.repeat(width - textWidth(cut))
}
