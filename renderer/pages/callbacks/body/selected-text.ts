/** Marks the element of a row that holds nothing but its text; its value is where the row begins in the whole text. */
export const FROM_ATTRIBUTE = 'data-from'

/**
 * The part of `text` that is selected in `rows`, exactly as it is: rows of one line are joined, and nothing is shown
 * otherwise than it is. Null where the selection is not within the rows.
 */
export function selectedText(selection: Selection | null, rows: Element, text: string): string | null {
  if (selection === null || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  if (range.startContainer === rows && range.endContainer === rows) return text
  const from = positionOf(rows, range.startContainer, range.startOffset)
  const to = positionOf(rows, range.endContainer, range.endOffset)
  return from === null || to === null ? null : text.slice(from, to)
}

function positionOf(rows: Element, node: Node, offset: number): number | null {
  if (!rows.contains(node)) return null
  const element = node instanceof Element ? node : node.parentElement
  const row = element?.closest('[data-row]')?.querySelector(`[${FROM_ATTRIBUTE}]`)
  if (row === null || row === undefined) return null
  const before = document.createRange()
  before.setStart(row, 0)
  before.setEnd(node, offset)
  return Number(row.getAttribute(FROM_ATTRIBUTE)) + before.toString().length
}
