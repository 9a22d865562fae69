import { rmSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Store } from '#electron/store/store.ts'
import type { SearchQuery, SearchTerm } from '#shared/search/query.ts'
import { totalOf } from '#shared/timeline/timeline.ts'
import { intakeOf } from '../../support/intakes.ts'
import { openStore } from '../../support/open-store.ts'

const START_MS = Date.UTC(2026, 10, 20, 14)
const everything = { fromMs: null, toMs: null, buckets: 240 } as const
const bodyOf = (change: object) => JSON.stringify({ channel: 'messenger', to: 'P1', from: 'a1', ...change })
const kind = (value: 'inbound' | 'status'): SearchTerm => ({ field: 'kind', value, isNegated: false })
const text = (value: string): SearchTerm => ({ field: 'text', value, match: 'words', isNegated: false })
const person: SearchTerm = { field: 'person', value: 'a1', isNegated: false }

const KINDS = [
  { message_type: 'text', text: 'hello' },
  { status: 'delivered' },
  { status: 'rejected' },
  null,
] as const

async function append(store: Store, index: number, atMs: number, uuid = `m${index}`): Promise<void> {
  const change = KINDS[index % KINDS.length] ?? null
  const body = change === null ? 'not json' : bodyOf({ message_uuid: uuid, ...change })
  await store.append(intakeOf(body, { receivedAtMs: atMs }))
}

/** Buckets in which there is something. */
async function full(store: Store, query: SearchQuery = [], view: Partial<typeof everything> = {}) {
  const { buckets } = await store.timeline(query, { ...everything, ...view })
  return buckets.filter((bucket) => totalOf(bucket) > 0)
}

test('events are counted by time and kind, and what is between them is empty', async () => {
  const { store } = await openStore()
  for (const [index, atMs] of [0, 0, 500, 900, 59_000].entries()) {
    await append(store, index, START_MS + atMs)
  }
  await store.settled()
  const found = await store.timeline([], everything)
  expect(found.bucketMs).toBe(1_000)
  expect(found.buckets).toHaveLength(60)
  expect(found.range).toEqual({ fromMs: START_MS, toMs: START_MS + 60_000 })
  expect([found.oldestMs, found.newestMs]).toEqual([START_MS, START_MS + 59_000])
  expect(found.buckets.filter((bucket) => totalOf(bucket) > 0)).toEqual([
    { startMs: START_MS, inbound: 1, status: 1, failed: 1, other: 1 },
    { startMs: START_MS + 59_000, inbound: 1, status: 0, failed: 0, other: 0 },
  ])
})

test('nothing stored and nothing found have no buckets; one event stands in its minute', async () => {
  const { store } = await openStore()
  expect(await store.timeline([], everything)).toMatchObject({ buckets: [], range: null, oldestMs: null })
  await append(store, 0, START_MS + 250)
  await store.settled()
  expect((await store.timeline([], everything)).range).toEqual({
    fromMs: START_MS - 59_000,
    toMs: START_MS + 1_000,
  })
  expect(await store.timeline([kind('status')], everything)).toMatchObject({ buckets: [], range: null })
  expect(await full(store)).toHaveLength(1)
})

test('a range shows what lies in it, whatever size its parts have', async () => {
  const { store } = await openStore()
  for (let index = 0; index < 300; index += 1) await append(store, index, START_MS + index * 60_000)
  await store.settled()
  const [fromMs, toMs] = [START_MS + 30 * 60_000, START_MS + 4 * 3_600_000 + 7_000]
  for (const buckets of [2, 7, 60, 240]) {
    const found = await full(store, [], { fromMs, toMs, buckets } as never)
    expect(found.reduce((sum, bucket) => sum + totalOf(bucket), 0)).toBe(211)
  }
})

test('a filter on text or person counts what it finds, up to the newest 5,000', async () => {
  const { store } = await openStore()
  for (let index = 0; index < 8; index += 1) await append(store, index, START_MS + index * 1_000)
  await store.settled()
  expect((await full(store, [text('hello')])).map(({ startMs }) => startMs - START_MS)).toEqual([0, 4_000])
  expect(await store.timeline([person], everything)).toMatchObject({ countedFromMs: null, isExact: true })
  await Promise.all(
    Array.from({ length: 7_000 }, (_, index) =>
      store.append(
        intakeOf(bodyOf({ message_uuid: `n${index}`, message_type: 'text', text: 'hello' }), {
          receivedAtMs: START_MS + 10_000 + index,
        }),
      ),
    ),
  )
  await store.settled()
  const found = await store.timeline([text('hello')], everything)
  const { countedFromMs } = found
  expect(countedFromMs).toBeGreaterThan(START_MS + 10_000)
  expect(found.buckets.reduce((sum, bucket) => sum + totalOf(bucket), 0)).toBe(5_000)
  // What is said to be counted is counted.
  const last = found.buckets.findLast((bucket) => bucket.startMs >= (countedFromMs ?? 0))
  expect(last).toMatchObject({ startMs: START_MS + 16_000, inbound: 1_000 })
  expect((await store.timeline([kind('inbound')], everything)).countedFromMs).toBeNull()
})

test('what was deleted is left out at once, and comes back when that is taken back', async () => {
  const { store } = await openStore()
  for (let index = 0; index < 8; index += 1) await append(store, index, START_MS + index * 1_000)
  await store.settled()
  const before = await full(store)
  const { batchId } = await store.deleteMatching([kind('status')], { undoMs: 60_000, includesKept: false })
  expect((await full(store)).map(({ startMs }) => startMs - START_MS)).toEqual([0, 3_000, 4_000, 7_000])
  expect((await full(store, [kind('status')])).length).toBe(0)
  await store.undoDelete(batchId)
  expect(await full(store)).toEqual(before)
})

test('counts kept while callbacks come and go are those of an index made anew', async () => {
  const step = fc.record({
    index: fc.integer({ min: 0, max: 12 }),
    gapMs: fc.constantFrom(0, 300, 1_000, 90_000, 7_200_000, -5_000),
    isRepeat: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 25 }),
      fc.integer({ min: 0, max: 10 }),
      async (steps, kept) => {
        const { store, folder, close } = await openStore()
        let atMs = START_MS
        for (const [at, { index, gapMs, isRepeat }] of steps.entries()) {
          atMs += gapMs
          await append(store, index, atMs, isRepeat ? `m${index}` : `m${index}-${at}`)
        }
        await store.settled()
        const seqs = await store.searchSeqs([], { order: 'newest', behindSeq: null, limit: 500 })
        await store.setNote(seqs[0] ?? 0, 'a note', 1)
        await store.prune({ maxCallbacks: kept, maxAgeMs: null, maxBytes: null })
        const kinds: readonly SearchQuery[] = [[], [kind('inbound')], [kind('status')]]
        const before = await Promise.all(kinds.map((query) => store.timeline(query, everything)))
        expect(before[0]?.buckets.reduce((sum, bucket) => sum + totalOf(bucket), 0)).toBe(store.count())
        await close()

        for (const end of ['', '-wal', '-shm']) rmSync(join(folder, `index.db${end}`), { force: true })
        const anew = await openStore({ folder })
        await anew.store.settled()
        expect(await Promise.all(kinds.map((query) => anew.store.timeline(query, everything)))).toEqual(
          before,
        )
        await anew.close()
      },
    ),
    { numRuns: 15 },
  )
})
