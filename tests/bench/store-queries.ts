import { parseQuery } from '#shared/search/parse-query.ts'
import type { SearchQuery } from '#shared/search/query.ts'

/** Persons of the generated callbacks: one who writes all the time, one who wrote once in a while. */
const TESTER = '991000000000007'
const STRANGER = '111000000000042'
const HOUR = 'after:2026-10-01T03:00:00Z before:2026-10-01T04:00:00Z'

/** Searches of which the first page of 100 is measured: every kind of condition, common and rare, alone and together. */
const searches: readonly string[] = [
  '',
  'kind:inbound',
  'status:rejected',
  'type:video',
  'sig:unsigned',
  'sig:valid',
  'code:1340',
  'version:v0.1',
  'has:repeat',
  'has:error',
  `person:${TESTER}`,
  `person:${STRANGER}`,
  'page:107083064136738',
  `from:${TESTER}`,
  'to:220391884410027',
  `person:${TESTER} kind:status status:rejected`,
  `person:${STRANGER} status:rejected`,
  `person:${TESTER} page:107083064136739 sig:unsigned version:v1`,
  'kind:inbound status:rejected',
  `-person:${TESTER}`,
  '-kind:status -type:text',
  HOUR,
  `${HOUR} status:rejected`,
  '"question"',
  '"wg9e6"',
  '"question" "order"',
  'deliv',
  'wa',
  '"very much the delivery"',
  '"much very"',
  '"messenger currency"',
  '"订单"',
  '"流"',
  '"サイズを変更"',
  '"สินค้า"',
  '"👍"',
  `"question" person:${STRANGER}`,
  `"question" person:${TESTER}`,
  '"question" status:rejected',
  `"messenger" person:${STRANGER}`,
  '-"question" kind:inbound',
  '"currency" kind:inbound',
]

/** Searches whose number of events is measured. */
const counts: readonly string[] = [
  '',
  'status:rejected',
  `person:${TESTER}`,
  '"question"',
  `"question" person:${TESTER}`,
]

type NamedQuery = { readonly name: string; readonly query: SearchQuery }

export const searchesToTime: readonly NamedQuery[] = searches.map(read)
export const countsToTime: readonly NamedQuery[] = counts.map(read)

function read(text: string): NamedQuery {
  const parsed = parseQuery(text, Date.UTC(2026, 9, 1))
  if (!parsed.ok) throw new Error(`${text}: ${parsed.fault.what}`)
  return { name: text === '' ? 'everything' : text, query: parsed.query }
}
