import { describe, expect, it } from 'vitest'
import { intakeOf } from '../../support/intakes.ts'
import { acceptedReply, openStore } from '../../support/open-store.ts'

const status = (name: string, change: object = {}) =>
  JSON.stringify({ message_uuid: 'm-1', channel: 'messenger', to: '22', from: '11', status: name, ...change })

describe('the statuses of a message', () => {
  it('are told with their delays from the send, repeats included, those of other messages left out', async () => {
    const { store } = await openStore()
    await store.saveReply(acceptedReply('m-1', { sentAtMs: 10_000 }))
    await store.append(intakeOf(status('submitted'), { receivedAtMs: 10_200 }))
    await store.append(intakeOf(status('submitted'), { receivedAtMs: 15_200 }))
    await store.append(intakeOf(status('read', { message_uuid: 'm-2' }), { receivedAtMs: 15_300 }))
    const error = { title: 1340, detail: 'Outside of the allowed window' }
    await store.append(intakeOf(status('rejected', { error }), { receivedAtMs: 16_000 }))
    await store.settled()
    expect(await store.messageStatuses('m-1')).toEqual({
      sentAtMs: 10_000,
      statuses: [
        { status: 'submitted', callbackSeq: 1, receivedAtMs: 10_200, delayMs: 200, error: null },
        { status: 'submitted', callbackSeq: 2, receivedAtMs: 15_200, delayMs: 5_200, error: null },
        {
          status: 'rejected',
          callbackSeq: 4,
          receivedAtMs: 16_000,
          delayMs: 6_000,
          error: { code: '1340', reason: 'Outside of the allowed window' },
        },
      ],
    })
  })

  it('count from the first of them when the message was not sent from here', async () => {
    const { store } = await openStore()
    await store.append(intakeOf(status('delivered'), { receivedAtMs: 20_000 }))
    await store.append(intakeOf(status('read'), { receivedAtMs: 21_500 }))
    await store.settled()
    const { sentAtMs, statuses } = await store.messageStatuses('m-1')
    expect(sentAtMs).toBeNull()
    expect(statuses.map(({ status, delayMs }) => [status, delayMs])).toEqual([
      ['delivered', 0],
      ['read', 1_500],
    ])
    expect(await store.messageStatuses('unknown')).toEqual({ sentAtMs: null, statuses: [] })
  })
})
