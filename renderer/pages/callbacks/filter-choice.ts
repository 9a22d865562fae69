import type { SearchTerm } from '#shared/search/query.ts'
import { searchFieldOf, searchFields } from '#shared/search/query-fields.ts'
import { type QueryWord, queryWords } from '#shared/search/query-words.ts'
import { withoutPlace, withTerm } from '#shared/search/write-term.ts'

/** A chip above the list that puts a condition into the filter, or takes it out. */
export type FilterChoice = {
  readonly label: string
  readonly isOn: (text: string) => boolean
  readonly toggle: (text: string) => string
}

const INBOUND = { field: 'kind', value: 'inbound', isNegated: false } as const
const STATUS = { field: 'kind', value: 'status', isNegated: false } as const
const OTHER = { field: 'kind', value: 'other', isNegated: false } as const
const TROUBLE = { field: 'sig', value: 'trouble', isNegated: false } as const
const FAILED = { field: 'has', value: 'error', isNegated: false } as const

type Chosen = typeof INBOUND | typeof STATUS | typeof OTHER | typeof TROUBLE | typeof FAILED
const KINDS: readonly Chosen[] = [INBOUND, STATUS, OTHER]
const CHOSEN: readonly Chosen[] = [...KINDS, TROUBLE, FAILED]

/** `Signature trouble` and `Failed` narrow down whichever kind is chosen. They work on a text that cannot be read, too. */
export const filterChoices: readonly FilterChoice[] = [
  { label: 'All', isOn: (text) => !hasAny(text, CHOSEN), toggle: (text) => without(text, CHOSEN) },
  choice('Inbound', INBOUND, KINDS),
  choice('Status', STATUS, KINDS),
  choice('Other', OTHER, KINDS),
  choice('Signature trouble', TROUBLE, [TROUBLE]),
  choice('Failed', FAILED, [FAILED]),
]

/** Whether one of the chips stands for this condition. */
export function isChip(term: SearchTerm): boolean {
  return CHOSEN.some((chosen) => isSame(term, chosen))
}

/** `instead`: what it takes the place of. */
function choice(label: string, term: Chosen, instead: readonly Chosen[]): FilterChoice {
  const isOn = (text: string) => hasAny(text, [term])
  return {
    label,
    isOn,
    toggle: (text) => (isOn(text) ? without(text, [term]) : withTerm(without(text, instead), term)),
  }
}

function hasAny(text: string, terms: readonly Chosen[]): boolean {
  return queryWords(text).some((word) => isOneOf(word, terms))
}

function without(text: string, terms: readonly Chosen[]): string {
  const words = queryWords(text).filter((word) => isOneOf(word, terms))
  return words.reduceRight(withoutPlace, text)
}

function isOneOf(word: QueryWord, terms: readonly Chosen[]): boolean {
  const field = searchFieldOf(word.field ?? '')
  if (field === null) return false
  const term = searchFields[field].read(word.value.trim(), { isNegated: word.isNegated, nowMs: 0 })
  return term !== null && terms.some((chosen) => isSame(term, chosen))
}

function isSame(term: SearchTerm, chosen: Chosen): boolean {
  return term.field === chosen.field && term.value === chosen.value && term.isNegated === chosen.isNegated
}
