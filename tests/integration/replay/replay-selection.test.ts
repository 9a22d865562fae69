import { describe, expect, it } from 'vitest'
import { statusIntake } from '../../support/intakes.ts'
import { capture, serve } from '../../support/local-server.ts'
import { fill, messageOf, openReplaying, replayOf } from '../../support/replaying.ts'

describe('what is selected', () => {
  async function open() {
    const receiver = await capture((_received, response) => response.end())
    const replaying = await openReplaying({ origin: receiver.origin })
    await fill(replaying, 6, 2)
    await replaying.store.append(statusIntake('s', 'rejected', 2_000))
    await replaying.store.settled()
    return { ...replaying, receiver }
  }

  it('is sent in the order of capture, each once', async () => {
    const { replays, run, results } = await open()
    const selection = { kind: 'callbacks' as const, seqs: [5, 2, 5, 999] }
    expect(await replays.count(selection)).toBe(2)
    const { id } = await run({ selection })
    expect((await results(id)).map(({ delivery }) => delivery.callbackSeq)).toEqual([2, 5])
  })

  it('is what the list shows under the filter', async () => {
    const { replays, run, results } = await open()
    const selection = { kind: 'filter', filter: 'has:error' } as const
    expect(await replays.count(selection)).toBe(1)
    expect(await replays.count({ kind: 'filter', filter: 'person:"person 1"' })).toBe(3)
    const { id } = await run({ selection })
    expect((await results(id)).map(({ delivery }) => delivery.url)).toEqual([
      expect.stringMatching(/\/webhooks\/message-status$/),
    ])
  })

  it('is a whole conversation', async () => {
    const { run, results } = await open()
    const { id } = await run({ selection: { kind: 'conversation', psid: 'person 1', pageId: 'page' } })
    expect((await results(id)).map(({ delivery }) => delivery.callbackSeq)).toEqual([2, 4, 6])
  })

  it('does not grow by what comes in on the way', async () => {
    const replaying = await openReplaying({
      origin: await serve((_request, response) => {
        void replaying.store.append(messageOf(100)).then(() => response.end())
      }),
    })
    await fill(replaying, 3)
    expect(await replaying.run()).toMatchObject({ total: 3, sent: 3 })
  })

  it('must be something, and one where it is edited', async () => {
    const { replays } = await open()
    const start = (change: Parameters<typeof replayOf>[0]) => replays.start(replayOf(change))
    const explained = (code: string) =>
      expect.objectContaining({ explanation: expect.objectContaining({ code }) })
    await expect(start({ selection: { kind: 'callbacks', seqs: [999] } })).rejects.toThrow(
      explained('NOT_FOUND'),
    )
    await expect(start({ content: { kind: 'edited', bodyText: '{}' } })).rejects.toThrow(
      explained('BAD_INPUT'),
    )
    await expect(start({ content: { kind: 'fresh-signature' } })).rejects.toThrow(
      explained('SIGNATURE_SECRET_MISSING'),
    )
    await expect(start({ targetId: 'gone' })).rejects.toThrow(explained('TARGET_NOT_FOUND'))
    expect(replays.runs(10)).toEqual([])
  })
})
