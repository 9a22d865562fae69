import { describe, expect, it } from 'vitest'
import { fixtureBytes } from '../../support/fixtures.ts'
import { intakeOf } from '../../support/intakes.ts'
import { openStore } from '../../support/open-store.ts'

const AT = Date.UTC(2026, 10, 20, 12)
const message = (change: object = {}) =>
  JSON.stringify({
    message_uuid: 'm-1',
    channel: 'messenger',
    to: '11',
    from: '22',
    message_type: 'text',
    text: 'hi',
    ...change,
  })

describe('the same event delivered again', () => {
  it('is one row with a count, the answer of the last time and every delivery', async () => {
    const { store, allRows, published } = await openStore()
    for (const [index, httpStatus] of [503, 503, 200].entries()) {
      const seq = await store.append(intakeOf(message(), { receivedAtMs: AT + index * 5_000 }))
      store.answered({ seq, httpStatus, durationMs: 1 })
      await store.settled()
    }
    expect(await allRows()).toMatchObject([
      { seq: 1, attempts: 3, receivedAtMs: AT, answer: { httpStatus: 200 } },
    ])
    expect(store.count()).toBe(1)
    const told = published.rows.map(({ seq, attempts }) => `${seq} ${attempts}`)
    expect([...new Set(told)]).toEqual(['1 1', '1 2', '1 3'])
    expect((await store.deliveries(1)).map(({ seq, answer }) => [seq, answer?.httpStatus])).toEqual([
      [1, 503],
      [2, 503],
      [3, 200],
    ])
  })

  it('is another event when the content or the kind differs', async () => {
    const { store, allRows } = await openStore()
    await store.append(intakeOf(message()))
    await store.append(intakeOf(message({ text: 'hello' })))
    await store.append(intakeOf(message({ status: 'read' })))
    await store.append(intakeOf('not json'))
    await store.append(intakeOf('not json'))
    await store.settled()
    expect((await allRows()).map(({ attempts }) => attempts)).toEqual([1, 1, 1, 1, 1])
  })

  it('is recognised again after the rows are derived anew', async () => {
    const { store, allRows } = await openStore()
    for (let time = 0; time < 3; time += 1) await store.append(intakeOf(message()))
    await store.settled()
    await store.rebuild(null)
    expect(await allRows()).toMatchObject([{ seq: 1, attempts: 3 }])
    expect(store.count()).toBe(1)
  })
})

describe('when a person last wrote to a Page', () => {
  it('is their newest message there, not one to another Page, nor a status', async () => {
    const { store, allRows } = await openStore()
    await store.append(intakeOf(message({ message_uuid: 'a' }), { receivedAtMs: AT }))
    await store.append(intakeOf(message({ message_uuid: 'b', to: '33' }), { receivedAtMs: AT + 50 }))
    await store.append(
      intakeOf(message({ message_uuid: 'c', to: '22', from: '11', status: 'read' }), {
        receivedAtMs: AT + 90,
      }),
    )
    await store.settled()
    expect(await store.lastInboundAtMs('22', '11')).toBe(AT)
    expect(await store.lastInboundAtMs('22', '44')).toBeNull()
    expect((await allRows()).map(({ lastInboundAtMs }) => lastInboundAtMs)).toEqual([AT, AT + 50, AT])
  })

  it.each([
    ['an hour before it was delivered', AT - 3_600_000, AT - 3_600_000],
    ['years ago, so it is an example', Date.UTC(2020, 0, 1), AT],
    ['after its arrival, by another clock', AT + 5_000, AT],
  ])('written %s', async (_name, writtenAtMs, expected) => {
    const { store } = await openStore()
    const timestamp = new Date(writtenAtMs).toISOString()
    await store.append(intakeOf(message({ timestamp }), { receivedAtMs: AT }))
    await store.settled()
    expect(await store.lastInboundAtMs('22', '11')).toBe(expected)
  })

  it("counts the tutorial's example of 2020 as written now", async () => {
    const { store } = await openStore()
    await store.append(intakeOf(fixtureBytes('v0.1-inbound-text-tutorial'), { receivedAtMs: AT }))
    await store.settled()
    expect(await store.lastInboundAtMs('1111111111111111', '0000000000000000')).toBe(AT)
  })
})
