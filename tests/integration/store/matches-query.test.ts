import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SignatureJudge } from '#electron/store/derive.ts'
import type { Store } from '#electron/store/store.ts'
import type { CallbackRow } from '#shared/callback.ts'
import { isFailedStatus } from '#shared/messenger/failed-status.ts'
import { matchesQuery } from '#shared/search/matches-query.ts'
import type { SearchQuery, SearchTerm } from '#shared/search/query.ts'
import { searchText } from '#shared/search/search-text.ts'
import { intakeOf } from '../../support/intakes.ts'
import { openStore } from '../../support/open-store.ts'

const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom('ÄÖ', 'ä', 'İ', 'ß', 'ß s', '_', '*', '\0', 'a\0b', ' hi ', 'HI there', 'rejected', '1111'),
  fc.constantFrom(
    '👍',
    '👍👍',
    '世',
    '世界',
    '你好世界,订单',
    'สวัสดี',
    'x世y',
    'thank_you',
    '"',
    'OR (',
    'inbound-message',
  ),
)
const ids = fc.constantFrom('a1', 'A1', 'b-2', 'hi', '世', `${'9'.repeat(205)}`)
const body = fc.oneof(
  fc.record({
    message_uuid: ids,
    message_type: fc.constantFrom('text', 'image', `${'t'.repeat(105)}`),
    text: words,
    from: ids,
    to: ids,
  }),
  fc.record({
    message_uuid: ids,
    status: fc.constantFrom('submitted', 'rejected', 'undeliverable', 'Rejected'),
    from: ids,
    to: ids,
    error: fc.record({ title: fc.constantFrom('1340', 'x'), detail: words }),
  }),
  fc.constantFrom({}, []),
)
const intake = fc.record({
  body,
  signature: fc.constantFrom('valid' as const, 'invalid' as const, 'unsigned' as const, 'unknown' as const),
})

const isNegated = fc.boolean()
const idField = fc.constantFrom(
  'from' as const,
  'to' as const,
  'person' as const,
  'page' as const,
  'uuid' as const,
)
const term: fc.Arbitrary<SearchTerm> = fc.oneof(
  fc.record({
    field: fc.constant('kind' as const),
    value: fc.constantFrom('inbound' as const, 'status' as const, 'other' as const),
    isNegated,
  }),
  fc.record({
    field: fc.constantFrom('type' as const, 'status' as const, 'code' as const),
    value: fc.constantFrom('text', 'image', 'rejected', 'not-json', '1340', 't'.repeat(100)),
    isNegated,
  }),
  fc.record({ field: idField, value: ids.map((id) => id.slice(0, 200)), isNegated }),
  fc.record({
    field: fc.constant('sig' as const),
    value: fc.constantFrom('valid' as const, 'unknown' as const, 'trouble' as const),
    isNegated,
  }),
  fc.record({
    field: fc.constant('version' as const),
    value: fc.constantFrom('v1' as const, 'v0.1' as const),
    isNegated,
  }),
  fc.record({
    field: fc.constant('has' as const),
    value: fc.constantFrom('image' as const, 'error' as const, 'repeat' as const, 'note' as const),
    isNegated,
  }),
  fc.record({ field: fc.constant('is' as const), value: fc.constant('pinned' as const), isNegated }),
  fc.record({
    field: fc.constantFrom('before' as const, 'after' as const),
    value: fc.integer({ min: 999_000, max: 1_026_000 }),
    isNegated,
  }),
  fc.record({
    field: fc.constant('text' as const),
    value: words.filter((text) => text !== ''),
    match: fc.constantFrom('words' as const, 'prefix' as const, 'phrase' as const),
    isNegated,
  }),
)

function isFound(store: Store, row: CallbackRow, query: SearchQuery): boolean {
  const captured = store.intake(row.seq)
  if (captured === null) throw new Error(`${row.seq} is not there`)
  const isFailed = row.kind === 'status' && (isFailedStatus(row.type) || row.errorCode !== null)
  const has = {
    error: isFailed,
    repeat: row.attempts > 1,
    reply: false,
    note: row.hasNote,
    pin: row.isPinned,
  }
  return matchesQuery({ ...row, has: (what) => has[what], text: () => searchText(captured) }, query, 0)
}

/** All that a query finds, a page at a time, as the list loads it. */
async function pagesOf(store: Store, query: SearchQuery, limit: number): Promise<readonly number[]> {
  const read: number[] = []
  for (let behindSeq: number | null = null; ; ) {
    const seqs: readonly number[] = await store.searchSeqs(query, { order: 'newest', behindSeq, limit })
    const last = seqs.at(-1)
    if (last === undefined) return read
    read.push(...seqs)
    behindSeq = last
  }
}

test('a callback that comes in is judged as the store judges it: page by page, one by one and among others', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(intake, { minLength: 1, maxLength: 25 }),
      fc.array(fc.array(term, { maxLength: 3 }), { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 1, max: 7 }),
      async (intakes, queries, limit) => {
        const judge: SignatureJudge = ({ seq }) => ({
          state: intakes[seq - 1]?.signature ?? 'unknown',
          jti: null,
        })
        const { store, allRows, close } = await openStore({ judge })
        for (const [index, one] of intakes.entries()) {
          const receivedAtMs = 1_000_000 + index * 1_000
          void store.append(intakeOf(JSON.stringify(one.body), { receivedAtMs }))
        }
        await store.settled()
        await store.setNote(1, 'look', 5)
        const all = await allRows()
        for (const query of queries) {
          const wanted = all.filter((row) => isFound(store, row, query)).map(({ seq }) => seq)
          expect(await pagesOf(store, query, limit)).toEqual(wanted)
          const asked = [...all.map(({ seq }) => seq), 10_000]
          expect([...(await store.matching(query, asked))].toSorted((a, b) => b - a)).toEqual(wanted)
          const [one = 0] = asked
          expect(await store.matching(query, [one])).toEqual(wanted.filter((seq) => seq === one))
        }
        await close()
      },
    ),
    { numRuns: 60 },
  )
}, 60_000)
