import type { KnownValue } from '#shared/search/complete-query.ts'
import type { SeenValues } from './seen-values.ts'

/** Statuses and message types of the Messages API for Messenger. */
const STATUSES = ['submitted', 'delivered', 'read', 'rejected', 'undeliverable']
const TYPES = ['text', 'image', 'audio', 'video', 'file', 'unsupported', ...STATUSES]

type Named = { readonly psid: string; readonly name: string }

/**
 * What can be written behind a field besides what the grammar lists: people and Pages that are known here, and codes.
 * People with a name come first; of two names of one person the later one holds.
 */
export function knownValues(
  { psids, pages, codes }: SeenValues,
  people: readonly Named[],
): readonly KnownValue[] {
  const names = new Map(people.map(({ psid, name }) => [psid, name]))
  const persons = [...new Set([...names.keys(), ...psids])].map((value) => ({
    value,
    about: names.get(value) ?? 'a person',
  }))
  const pageIds = pages.map((value) => ({ value, about: 'a Page' }))
  return [
    ...STATUSES.map((value) => ({ field: 'status', value, about: '' })),
    ...TYPES.map((value) => ({ field: 'type', value, about: '' })),
    ...codes.map((value) => ({ field: 'code', value, about: '' })),
    ...['person', 'from', 'to'].flatMap((field) => persons.map((person) => ({ field, ...person }))),
    ...['page', 'from', 'to'].flatMap((field) => pageIds.map((page) => ({ field, ...page }))),
  ]
}
