import type { CallbackRow } from '#shared/callback.ts'
import type { KnownValue } from '#shared/search/complete-query.ts'

const LOOKED_AT = 500
/** Statuses and message types of the Messages API for Messenger. */
const STATUSES = ['submitted', 'delivered', 'read', 'rejected', 'undeliverable']
const TYPES = ['text', 'image', 'audio', 'video', 'file', 'unsupported', ...STATUSES]

type Named = { readonly psid: string; readonly name: string }

/** What can be written behind a field besides what the grammar lists: people and Pages that are known here, and codes. */
export function knownValues(rows: readonly CallbackRow[], people: readonly Named[]): readonly KnownValue[] {
  const names = new Map(people.map(({ psid, name }) => [psid, name]))
  const psids = new Set(names.keys())
  const pages = new Set<string>()
  const codes = new Set<string>()
  for (const { psid, pageId, errorCode } of rows.slice(0, LOOKED_AT)) {
    if (psid !== null) psids.add(psid)
    if (pageId !== null) pages.add(pageId)
    if (errorCode !== null) codes.add(errorCode)
  }
  const aboutPerson = (psid: string) => names.get(psid) ?? 'a person'
  const persons = [...psids].map((value) => ({ value, about: aboutPerson(value) }))
  const pageIds = [...pages].map((value) => ({ value, about: 'a Page' }))
  return [
    ...STATUSES.map((value) => ({ field: 'status', value, about: '' })),
    ...TYPES.map((value) => ({ field: 'type', value, about: '' })),
    ...[...codes].map((value) => ({ field: 'code', value, about: '' })),
    ...persons.flatMap((person) => ['person', 'from', 'to'].map((field) => ({ field, ...person }))),
    ...pageIds.flatMap((page) => ['page', 'from', 'to'].map((field) => ({ field, ...page }))),
  ]
}
