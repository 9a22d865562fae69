import type { SearchQuery, SearchTerm } from './query.ts'
import { searchFieldNames, searchFieldOf, searchFields } from './query-fields.ts'
import { type QueryWord, queryWords } from './query-words.ts'

/** One condition with the place in the text that says it. */
export type PlacedTerm = { readonly start: number; readonly end: number; readonly term: SearchTerm }

/** What cannot be read, and where: `start` to `end` in UTF-16 code units. */
export type QueryFault = {
  readonly start: number
  readonly end: number
  readonly what: string
  readonly fix: string
}

export type ParsedQuery =
  | { readonly ok: true; readonly query: SearchQuery; readonly terms: readonly PlacedTerm[] }
  | { readonly ok: false; readonly fault: QueryFault }

const LONGEST_VALUE = 200
const MOST_TERMS = 50

/**
 * Reads a query: `kind:status status:rejected from:123 sig:fail since:10m has:image -text:foo "free text"`. All
 * conditions must hold; `-` turns one round; a bare word also finds words that begin with it, words in quotation marks
 * only themselves side by side. `nowMs` is what times of today are counted from. Never throws: the first thing that
 * cannot be read is the fault.
 */
export function parseQuery(text: string, nowMs: number): ParsedQuery {
  const terms: PlacedTerm[] = []
  for (const word of queryWords(text)) {
    const read = readWord(word, nowMs)
    if ('what' in read) return { ok: false, fault: read }
    terms.push(read)
  }
  const extra = terms[MOST_TERMS]
  if (extra !== undefined) return { ok: false, fault: fault(extra, TOO_MANY) }
  return { ok: true, query: terms.map(({ term }) => term), terms }
}

const TOO_MANY = {
  what: `A filter has at most ${MOST_TERMS} conditions.`,
  fix: 'Remove this one and those behind it.',
}

function readWord(word: QueryWord, nowMs: number): PlacedTerm | QueryFault {
  if (word.isOpen) {
    return fault(word, {
      what: 'The closing quotation mark is missing.',
      fix: 'Add a " at the end of the text you look for.',
    })
  }
  if (word.value.length > LONGEST_VALUE) {
    return fault(word, {
      what: `A value has at most ${LONGEST_VALUE} characters.`,
      fix: 'Look for a part of it.',
    })
  }
  return word.field === null || word.field === 'text' ? textTerm(word) : fieldTerm(word, word.field, nowMs)
}

function textTerm(word: QueryWord): PlacedTerm | QueryFault {
  const { isNegated, isQuoted } = word
  // A bare word is looked for as far as it is written; the star that asks for that elsewhere is welcome.
  const value = isQuoted ? word.value : word.value.replace(/\*$/, '')
  if (value.trim() === '') return fault(word, { what: 'There is no text to look for.', fix: 'Write a word.' })
  const match = isQuoted ? 'phrase' : 'prefix'
  return { ...placeOf(word), term: { field: 'text', value, match, isNegated } }
}

function fieldTerm(word: QueryWord, name: string, nowMs: number): PlacedTerm | QueryFault {
  const field = searchFieldOf(name)
  if (field === null) {
    return fault(word, {
      what: `There is no field ${name}.`,
      fix: `Use ${searchFieldNames.join(', ')} or text; put quotation marks around a text with a colon.`,
    })
  }
  const rule = searchFields[field]
  const value = word.value.trim()
  if (value === '')
    return fault(word, { what: `${field}: has no value.`, fix: `A value of ${field} ${rule.form}` })
  const term = rule.read(value, { isNegated: word.isNegated, nowMs })
  if (term !== null) return { ...placeOf(word), term }
  return fault(
    { start: word.valueStart, end: word.end },
    { what: `${field} does not know ${word.value}.`, fix: `A value of ${field} ${rule.form}` },
  )
}

function placeOf({ start, end }: QueryWord) {
  return { start, end }
}

function fault(
  { start, end }: { readonly start: number; readonly end: number },
  words: Pick<QueryFault, 'what' | 'fix'>,
): QueryFault {
  return { start, end, ...words }
}
