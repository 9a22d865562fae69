import { type ParsedQuery, parseQuery } from '#shared/search/parse-query.ts'
import { filterFaultText } from '#shared/terminal/filter-fault.ts'
import type { Terminal } from './terminal.ts'
import { UsageError } from './usage-error.ts'

/** A condition turned round, such as -text:foo: with one dash, which no option has but -h. */
const NEGATED = /^-[^-].+$/

/**
 * Arguments in an order in which commander takes `-text:foo` for a word of the filter and not for an option. The
 * conditions of a filter hold all at once, so their order says nothing.
 */
export function withNegatedWordsLast(args: readonly string[]): readonly string[] {
  const end = args.indexOf('--')
  if (end >= 0) return args
  const negated = args.filter((arg) => NEGATED.test(arg))
  return negated.length === 0 ? args : [...args.filter((arg) => !NEGATED.test(arg)), '--', ...negated]
}

/** The filter that the words of a command line make. Throws UsageError, which points at what cannot be read. */
export function readFilterWords(
  words: readonly string[],
  { nowMs, terminal }: { readonly nowMs: number; readonly terminal: Pick<Terminal, 'errColumns'> },
) {
  const text = words.join(' ')
  const read: ParsedQuery = parseQuery(text, nowMs)
  if (!read.ok) throw new UsageError(filterFaultText(text, read.fault, terminal.errColumns))
  return { text, query: read.query }
}
