import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CallbackRow } from '#shared/callback.ts'
import type { SearchQuery, SearchTerm } from '#shared/search/query.ts'
import { searchText } from '#shared/search/search-text.ts'
import { tokensOf } from '#shared/search/tokens.ts'
import { intakeOf } from '../../support/intakes.ts'
import { acceptedReply, openStore } from '../../support/open-store.ts'

const page = { order: 'newest', behindSeq: null, limit: 500 } as const
const bodyOf = (change: object) => JSON.stringify({ channel: 'messenger', to: 'P1', from: 'a1', ...change })
const text = (value: string, match: 'words' | 'prefix' | 'phrase' = 'words', isNegated = false) =>
  ({ field: 'text', value, match, isNegated }) as const

async function storeOf(bodies: readonly object[]) {
  const opened = await openStore()
  for (const [index, body] of bodies.entries()) {
    const change = { receivedAtMs: 1_000_000 + index * 1_000 }
    await opened.store.append(intakeOf(bodyOf({ message_uuid: `m${index + 1}`, ...body }), change))
  }
  await opened.store.settled()
  const found = async (query: SearchQuery) => (await opened.store.searchSeqs(query, page)).toReversed()
  return { ...opened, found }
}

test('free text finds words, beginnings and phrases in any language, and the ids', async () => {
  const { found } = await storeOf([
    { message_type: 'text', text: 'Where is my order? Thank you' },
    { message_type: 'text', text: '你好世界,订单在哪里' },
    { message_type: 'text', text: 'สวัสดีครับ สินค้า' },
    {
      message_type: 'text',
      text: 'Grüße 👍 thank_you',
      message_uuid: 'aaaaaaaa-1111-4222-8333-0123456789ab',
    },
  ])
  expect(await found([text('thank you')])).toEqual([1, 4])
  expect(await found([text('THANK'), text('order')])).toEqual([1])
  expect(await found([text('you thank', 'phrase')])).toEqual([])
  expect(await found([text('ord', 'prefix')])).toEqual([1])
  expect(await found([text('ord')])).toEqual([])
  expect(await found([text('世界')])).toEqual([2])
  expect(await found([text('单')])).toEqual([2])
  expect(await found([text('สินค้า')])).toEqual([3])
  expect(await found([text('grusse')])).toEqual([])
  expect(await found([text('gruße')])).toEqual([4])
  expect(await found([text('👍')])).toEqual([4])
  expect(await found([text('aaaaaaaa-1111-4222-8333-0123456789ab')])).toEqual([4])
  expect(await found([text('aaaaaaaa-11', 'prefix')])).toEqual([4])
  expect(await found([text('thank', 'words', true)])).toEqual([2, 3])
  expect(await found([text('"*) OR (')])).toEqual([])
  expect(await found([text('?!')])).toEqual([1, 2, 3, 4])
})

test('what an event gets later is found: a repeat, a reply, a note', async () => {
  const { store, found } = await storeOf([
    { status: 'delivered', message_uuid: 'm1' },
    { status: 'read', message_uuid: 'm9' },
  ])
  const has = (value: 'repeat' | 'reply' | 'note', isNegated = false): SearchQuery => [
    { field: 'has', value, isNegated },
  ]
  expect(await found(has('repeat'))).toEqual([])
  await store.append(intakeOf(bodyOf({ message_uuid: 'm1', status: 'delivered' })))
  await store.append(intakeOf(bodyOf({ message_uuid: 'm1', status: 'delivered' })))
  await store.settled()
  expect(await found(has('repeat'))).toEqual([1])
  expect(await found(has('repeat', true))).toEqual([2])
  await store.saveReply(acceptedReply('m9'))
  expect(await found(has('reply'))).toEqual([2])
  await store.setNote(1, 'look at this', 5)
  expect(await found(has('note'))).toEqual([1])
  await store.setNote(1, ' ', 6)
  expect(await found(has('note'))).toEqual([])
  expect(await store.searchCount([])).toEqual({ count: 2, isExact: true })
})

const bodies = fc.record({
  from: fc.constantFrom('a1', 'A1', 'b-2'),
  to: fc.constantFrom('P1', 'P2'),
  message_uuid: fc.constantFrom('m1', 'm2', 'm3'),
  content: fc.constantFrom<object>(
    { message_type: 'text', text: 'hello 世界' },
    { message_type: 'image', image: { url: 'https://x.example/hello.png' } },
    { status: 'delivered' },
    { status: 'rejected', error: { title: 1340, detail: 'hello window' } },
  ),
})
const isNegated = fc.boolean()
const terms: fc.Arbitrary<SearchTerm> = fc.oneof(
  fc.record({
    field: fc.constant('kind' as const),
    value: fc.constantFrom('inbound' as const, 'status' as const),
    isNegated,
  }),
  fc.record({
    field: fc.constantFrom('type' as const, 'status' as const),
    value: fc.constantFrom('text', 'delivered', 'rejected'),
    isNegated,
  }),
  fc.record({
    field: fc.constantFrom('from' as const, 'to' as const, 'person' as const),
    value: fc.constantFrom('a1', 'A1', 'P1'),
    isNegated,
  }),
  fc.record({ field: fc.constant('page' as const), value: fc.constantFrom('P1', 'b-2'), isNegated }),
  fc.record({ field: fc.constant('uuid' as const), value: fc.constantFrom('m1', 'm9'), isNegated }),
  fc.record({ field: fc.constant('code' as const), value: fc.constantFrom('1340', '1'), isNegated }),
  fc.record({
    field: fc.constant('has' as const),
    value: fc.constantFrom('image' as const, 'error' as const),
    isNegated,
  }),
  fc.record({
    field: fc.constantFrom('before' as const, 'after' as const),
    value: fc.integer({ min: 999_000, max: 1_012_000 }),
    isNegated,
  }),
  fc.record({
    field: fc.constant('text' as const),
    value: fc.constantFrom('hello', '世', 'window', 'he', 'hel', 'wind', 'rejected', 'nowhere'),
    match: fc.constantFrom('words' as const, 'prefix' as const, 'phrase' as const),
    isNegated,
  }),
)

/** What a term says, told from the row and its text. */
function holds(row: CallbackRow, searched: string, term: SearchTerm): boolean {
  return says(row, searched, term) !== term.isNegated
}

function says(row: CallbackRow, searched: string, term: SearchTerm): boolean {
  const [from, to] = row.kind === 'inbound' ? [row.psid, row.pageId] : [row.pageId, row.psid]
  switch (term.field) {
    case 'kind':
      return row.kind === term.value
    case 'type':
      return row.type === term.value
    case 'status':
      return row.kind === 'status' && row.type === term.value
    case 'from':
      return from === term.value
    case 'to':
      return to === term.value
    case 'person':
      return row.psid === term.value
    case 'page':
      return row.pageId === term.value
    case 'uuid':
      return row.messageUuid === term.value
    case 'code':
      return row.errorCode === term.value
    case 'has':
      return term.value === 'image' ? row.type === 'image' : row.type === 'rejected'
    case 'before':
      return row.receivedAtMs < term.value
    case 'after':
      return row.receivedAtMs >= term.value
    case 'text': {
      const isBegun = term.match === 'prefix' || term.value === '世'
      return tokensOf(searched).some((token) =>
        isBegun ? token.startsWith(term.value) : token === term.value,
      )
    }
    default:
      throw new Error(term.field)
  }
}

test('any mixture of conditions finds what holds, a page at a time, in both orders, and counts it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(bodies, { minLength: 1, maxLength: 12 }),
      fc.array(fc.array(terms, { maxLength: 4 }), { minLength: 1, maxLength: 8 }),
      async (list, queries) => {
        const { store, allRows, close } = await storeOf(
          list.map(({ content, ...ids }) => ({ ...ids, ...content })),
        )
        const rows = await allRows()
        for (const query of queries) {
          const wanted = rows
            .filter((row) => {
              const intake = store.intake(row.seq)
              return intake !== null && query.every((term) => holds(row, searchText(intake), term))
            })
            .map(({ seq }) => seq)
          const first = await store.searchSeqs(query, { ...page, limit: 2 })
          const rest = await store.searchSeqs(query, { ...page, behindSeq: first.at(-1) ?? 0 })
          expect([...first, ...rest]).toEqual(wanted)
          expect(await store.searchSeqs(query, { ...page, order: 'oldest' })).toEqual(wanted.toReversed())
          expect(await store.searchCount(query)).toEqual({ count: wanted.length, isExact: true })
        }
        await close()
      },
    ),
    { numRuns: 40 },
  )
}, 60_000)

test('a beginning finds the same whether few or very many words go on from it', async () => {
  const words = (count: number) => Array.from({ length: count }, (_, index) => `begin${index}`)
  const bodies = (count: number) => [
    { message_type: 'text', text: words(count).join(' ') },
    { status: 'delivered', client_ref: 'begin0' },
    { message_type: 'text', text: 'beg in' },
    { message_type: 'text', text: 'to begin1' },
  ]
  for (const count of [3, 30]) {
    const { found } = await storeOf(bodies(count))
    expect(await found([text('begi', 'prefix')])).toEqual([1, 2, 4])
    expect(
      await found([text('begi', 'prefix'), { field: 'kind', value: 'status', isNegated: false }]),
    ).toEqual([2])
    expect(await found([text('to-begi', 'prefix')])).toEqual([4])
    expect(await found([text('begi', 'prefix', true)])).toEqual([3])
    expect(await found([text('beginning', 'prefix')])).toEqual([])
  }
})

test('a filter finds the same whether few or many events have its word and its person', async () => {
  const often = Array.from({ length: 150 }, (_, index) => index + 1)
  const { store, found } = await storeOf([
    ...often.map((index) =>
      index % 3 === 0 ? { status: 'read', client_ref: 'often' } : { message_type: 'text', text: 'often' },
    ),
    { from: 'b1', message_type: 'image', image: { url: 'https://x.example/seldom' } },
    { from: 'b1', status: 'read', client_ref: 'seldom' },
  ])
  const person = (value: string) => ({ field: 'person', value, isNegated: false }) as const
  const type = (value: string, isNegated = false) => ({ field: 'type', value, isNegated }) as const
  const texts = often.filter((index) => index % 3 !== 0)
  expect(await found([text('often'), type('text')])).toEqual(texts)
  expect(await found([person('a1'), type('text')])).toEqual(texts)
  expect(await found([person('a1'), type('text', true)])).toEqual([])
  expect(await found([text('seldom'), type('read')])).toEqual([152])
  expect(await found([text('seldom'), type('text')])).toEqual([])
  expect(await found([person('b1'), type('image')])).toEqual([151])
  expect(await found([type('image')])).toEqual([151])
  expect(await store.searchCount([text('often'), type('text')])).toEqual({
    count: texts.length,
    isExact: true,
  })
})

test('a search that was replaced while it waited is not run', async () => {
  const { store } = await storeOf([{ message_type: 'text', text: 'hello' }])
  const newer = new AbortController()
  const first = store.searchSeqs([text('hello')], page)
  const second = store.searchSeqs([text('hello')], page, newer.signal)
  newer.abort()
  await expect(second).rejects.toMatchObject({ explanation: { code: 'CANCELLED' } })
  expect(await first).toEqual([1])
})
