/** The rows of a text on the screen: its lines, those too long for the width cut into several. */
export type TextRows = {
  /** Where each row begins, and at the end where the text does. */
  readonly starts: readonly number[]
  /** The number of the line each row belongs to, from 1. */
  readonly lines: readonly number[]
}

const NEWLINE = 0x0a
const TAB = 0x09
const TAB_COLUMNS = 4
/** From here on a character may be two columns wide. */
const FIRST_WIDE = 0x1100
const WIDE = /[\t\u1100-\uffff]/

/** Cuts a text into rows of at most `columns` columns, never through a surrogate pair. A line ends with \n. */
export function textRows(text: string, columns: number): TextRows {
  const starts: number[] = []
  const lines: number[] = []
  const hasWide = WIDE.test(text)
  let line = 0
  for (let from = 0; from <= text.length; ) {
    const end = endOfLine(text, from)
    line += 1
    for (let at = from; ; ) {
      starts.push(at)
      lines.push(line)
      at = hasWide ? afterColumns(text, at, { end, columns }) : at + columns
      if (at >= end) break
    }
    from = end + 1
  }
  starts.push(text.length)
  return { starts, lines }
}

/** How many lines a text has. */
export function lineCount(text: string): number {
  let count = 1
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1
  return count
}

/** The row that holds a position. */
export function rowAt({ starts }: TextRows, position: number): number {
  let low = 0
  let high = Math.max(0, starts.length - 2)
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= position) low = middle
    else high = middle - 1
  }
  return low
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end === -1 ? text.length : end
}

function afterColumns(
  text: string,
  from: number,
  { end, columns }: { readonly end: number; readonly columns: number },
): number {
  let used = 0
  let at = from
  while (at < end) {
    const point = text.codePointAt(at) ?? NEWLINE
    used += columnsOf(point)
    if (used > columns && at > from) return at
    at += point > 0xffff ? 2 : 1
  }
  return end
}

/** Rather too many than too few: a row may be short, but not wider than the view. */
function columnsOf(point: number): number {
  if (point === TAB) return TAB_COLUMNS
  return point < FIRST_WIDE ? 1 : 2
}
