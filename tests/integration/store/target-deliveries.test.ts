import { describe, expect, it } from 'vitest'
import { exactBody } from '#electron/bytes/exact-body.ts'
import type { Store } from '#electron/store/store.ts'
import type { TargetDelivery, TargetOutcome } from '#shared/target.ts'
import { intakeOf } from '../../support/intakes.ts'
import { openStore } from '../../support/open-store.ts'

const answered: TargetOutcome = {
  kind: 'answered',
  httpStatus: 204,
  headers: [
    ['X-One', 'a'],
    ['x-one', 'b'],
  ],
  body: exactBody(Uint8Array.of(0xff, 0x00, 0x0d, 0x0a)),
  isBodyCut: true,
}

function deliveryOf(callbackSeq: number, change: Partial<TargetDelivery> = {}): TargetDelivery {
  return {
    id: `delivery-${callbackSeq}-${change.atMs ?? 0}`,
    callbackSeq,
    targetId: 'target',
    targetName: 'My server',
    url: 'http://localhost:3000/webhooks/inbound-message',
    origin: 'forward',
    runId: null,
    atMs: 1_000,
    durationMs: 2.5,
    outcome: answered,
    ...change,
  }
}

const body = '{"message_uuid":"m1","message_type":"text","text":"hi","from":"1","to":"2"}'

async function storeWithRepeat() {
  const opened = await openStore()
  const first = await opened.store.append(intakeOf(body))
  const repeat = await opened.store.append(intakeOf(body))
  const other = await opened.store.append(intakeOf(body.replace('m1', 'm2')))
  await opened.store.settled()
  return { ...opened, first, repeat, other }
}

const save = (store: Store, ...deliveries: readonly TargetDelivery[]) =>
  store.saveTargetDeliveries(deliveries.map((delivery) => ({ delivery, run: null })))

describe('deliveries to targets', () => {
  const outcomes: readonly (readonly [string, TargetOutcome])[] = [
    ['answered', answered],
    ['answered with text', { ...answered, body: exactBody(Buffer.from('\ufeffgrüß 👋')), isBodyCut: false }],
    ['failed', { kind: 'failed', error: { code: 'NETWORK_REFUSED', what: 'a', why: 'b', fix: 'c' } }],
    ['held back', { kind: 'held-back', reason: 'It is not signed.' }],
  ]
  it.each(outcomes)('are read back as they were: %s', async (_name, outcome) => {
    const { store, first } = await storeWithRepeat()
    const delivery = deliveryOf(first, { outcome })
    save(store, delivery)
    expect(await store.targetDeliveries(first)).toEqual([delivery])
  })

  it('belong to all deliveries of the same event, newest first', async () => {
    const { store, first, repeat, other } = await storeWithRepeat()
    save(
      store,
      deliveryOf(first, { atMs: 1 }),
      deliveryOf(repeat, { atMs: 3 }),
      deliveryOf(other, { atMs: 2 }),
    )
    for (const seq of [first, repeat])
      expect((await store.targetDeliveries(seq)).map(({ callbackSeq }) => callbackSeq)).toEqual([
        repeat,
        first,
      ])
    expect(await store.targetDeliveries(other)).toHaveLength(1)
  })

  it('show the newest one in the row, which is told of', async () => {
    const { store, first, repeat, published } = await storeWithRepeat()
    expect((await store.row(first))?.passedOn).toBeNull()
    published.rows.length = 0
    const refused = { kind: 'held-back', reason: 'It is not signed.' } as const
    save(store, deliveryOf(first, { atMs: 5 }), deliveryOf(repeat, { atMs: 4, outcome: refused }))
    await store.settled()
    expect(published.rows.map(({ seq, passedOn }) => [seq, passedOn])).toEqual([
      [first, { kind: 'answered', httpStatus: 204 }],
    ])
    save(store, deliveryOf(repeat, { atMs: 6, outcome: refused }))
    await store.settled()
    expect((await store.row(first))?.passedOn).toEqual({ kind: 'held-back', httpStatus: null })
  })

  it('are kept all or none', async () => {
    const { store, first } = await storeWithRepeat()
    const twice = deliveryOf(first)
    expect(() => save(store, twice, twice)).toThrow()
    expect(await store.targetDeliveries(first)).toEqual([])
  })
})
