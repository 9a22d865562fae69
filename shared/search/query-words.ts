/** A piece of a query's text that stands for one condition, with its place. Lengths in UTF-16 code units. */
export type QueryWord = {
  readonly start: number
  readonly end: number
  readonly isNegated: boolean
  /** The word in front of the colon, in lower case; null for free text. */
  readonly field: string | null
  readonly value: string
  /** Where the value starts, its quotation mark included. */
  readonly valueStart: number
  readonly isQuoted: boolean
  /** The closing quotation mark is missing. */
  readonly isOpen: boolean
}

const SPACE = /\s/
const FIELD = /^(?<field>[a-z_]+):/i

/** Cuts a query at its spaces; a quoted value keeps its own. Inside quotation marks `\"` and `\\` stand for themselves. */
export function queryWords(text: string): readonly QueryWord[] {
  const words: QueryWord[] = []
  for (let at = 0; at < text.length; ) {
    if (SPACE.test(text.charAt(at))) {
      at += 1
      continue
    }
    const word = wordAt(text, at)
    words.push(word)
    at = word.end
  }
  return words
}

function wordAt(text: string, start: number): QueryWord {
  const isNegated =
    text.charAt(start) === '-' && !SPACE.test(text.charAt(start + 1)) && start + 1 < text.length
  const fieldStart = isNegated ? start + 1 : start
  const field = FIELD.exec(text.slice(fieldStart))?.groups?.field ?? null
  const valueStart = fieldStart + (field === null ? 0 : field.length + 1)
  const common = { start, isNegated, field: field?.toLowerCase() ?? null, valueStart }
  if (text.charAt(valueStart) === '"') return { ...common, isQuoted: true, ...quotedAt(text, valueStart) }
  const end = endOfBare(text, valueStart)
  return { ...common, isQuoted: false, isOpen: false, end, value: text.slice(valueStart, end) }
}

function endOfBare(text: string, from: number): number {
  const length = text.slice(from).search(SPACE)
  return length < 0 ? text.length : from + length
}

function quotedAt(text: string, quote: number): Pick<QueryWord, 'end' | 'value' | 'isOpen'> {
  let value = ''
  for (let at = quote + 1; at < text.length; at += 1) {
    const char = text.charAt(at)
    if (char === '"') return { end: at + 1, value, isOpen: false }
    const isEscape = char === '\\' && /["\\]/.test(text.charAt(at + 1))
    if (isEscape) at += 1
    value += text.charAt(at)
  }
  return { end: text.length, value, isOpen: true }
}

/** A value as it has to be written in a query: in quotation marks where it would be read otherwise without. */
export function quotedIfNeeded(value: string): string {
  const isPlain = value !== '' && !/[\s"]/.test(value) && !value.startsWith('-') && !FIELD.test(value)
  return isPlain ? value : quoted(value)
}

/** A value in quotation marks. */
export function quoted(value: string): string {
  return `"${value.replace(/["\\]/g, '\\$&')}"`
}
