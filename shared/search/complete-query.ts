import { searchFieldNames, searchFieldOf, searchFields } from './query-fields.ts'
import { type QueryWord, queryWords, quotedIfNeeded } from './query-words.ts'

/** One way to go on: `text` replaces the query between `start` and `end`; a field's name leaves its value to write. */
export type Completion = {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly about: string
  readonly isField: boolean
}

/** A value that is known here beside those of the grammar: a person by PSID, for example. */
export type KnownValue = { readonly field: string; readonly value: string; readonly about: string }

const MOST = 12

/**
 * What can be written at the caret (UTF-16 code units from the start): fields that begin with the word there, or values
 * of the field it names. `known` are values from elsewhere; they are found by what is said about them as well.
 */
export function completeQuery(
  text: string,
  caret: number,
  known: readonly KnownValue[],
): readonly Completion[] {
  const word = queryWords(text).find(({ start, end }) => start < caret && caret <= end)
  if (word?.isQuoted && caret > word.valueStart) return []
  if (word === undefined || word.field === null) return fieldsFor(word, caret)
  return valuesFor(word, text.slice(word.valueStart, caret), known)
}

function fieldsFor(word: QueryWord | undefined, caret: number): readonly Completion[] {
  const begun = word === undefined ? '' : word.value.slice(0, caret - word.valueStart).toLowerCase()
  const place = { start: word?.valueStart ?? caret, end: word?.end ?? caret }
  return searchFieldNames
    .filter((field) => field.startsWith(begun))
    .map((field) => ({ ...place, text: `${field}:`, about: searchFields[field].asks, isField: true }))
}

function valuesFor(word: QueryWord, begun: string, known: readonly KnownValue[]): readonly Completion[] {
  const field = searchFieldOf(word.field ?? '')
  if (field === null) return []
  const place = { start: word.valueStart, end: word.end, isField: false }
  const fixed = (searchFields[field].values ?? []).map((value) => ({ value, about: '' }))
  const wanted = begun.toLowerCase()
  return [...fixed, ...known.filter((one) => one.field === field)]
    .filter(({ value, about }) => [value, about].some((part) => part.toLowerCase().includes(wanted)))
    .slice(0, MOST)
    .map(({ value, about }) => ({ ...place, text: quotedIfNeeded(value), about }))
}
