import type { QueryFault } from '../search/parse-query.ts'
import { printable } from './printable.ts'
import { cutToWidth, textWidth } from './text-width.ts'

/** Before the faulty part so much of a long filter is shown. */
const BEFORE = 30

/** What cannot be read in a filter: the filter, a caret under each character of the faulty part, what and the fix. */
export function filterFaultText(filter: string, fault: QueryFault, columns: number): string {
  const before = shownBefore(filter.slice(0, fault.start), columns)
  const faulty = printable(filter.slice(fault.start, fault.end))
  const line = cutToWidth(before + faulty + printable(filter.slice(fault.end)), columns)
  const room = Math.max(1, columns - textWidth(before))
  const carets = '^'.repeat(Math.min(room, Math.max(1, textWidth(faulty))))
  return [line, ' '.repeat(textWidth(before)) + carets, printable(fault.what), fault.fix].join('\n')
}

/** A line that the terminal breaks would part the carets from what they are under. */
function shownBefore(text: string, columns: number): string {
  const shown = printable(text)
  return textWidth(shown) + BEFORE <= columns ? shown : `…${Array.from(shown).slice(-BEFORE).join('')}`
}
