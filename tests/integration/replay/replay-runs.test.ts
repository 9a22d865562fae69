import { describe, expect, it } from 'vitest'
import type { TargetClient } from '#electron/targets/target-client.ts'
import { createFakeClock } from '../../support/fake-clock.ts'
import { capture } from '../../support/local-server.ts'
import { ANSWERED, fill, heldClient, openReplaying, replayOf } from '../../support/replaying.ts'
import { tempFolder } from '../../support/temp-folder.ts'
import { turns, until } from '../../support/turn.ts'

describe('runs', () => {
  it('are one at a time for a target', async () => {
    const { client, sent } = heldClient()
    const replaying = await openReplaying({ origin: 'http://localhost:1', client })
    await fill(replaying, 1)
    const { id } = await replaying.replays.start(replayOf())
    await expect(replaying.replays.start(replayOf())).rejects.toThrow('A replay to My server is under way.')
    await until(() => sent.length > 0)
    sent[0]?.answer()
    await replaying.ended(id)
    await turns(1)
    expect(await replaying.replays.start(replayOf())).toMatchObject({ state: 'running', sent: 0 })
  })

  it('tell how they get on at most five times a second', async () => {
    const { clock, pass } = createFakeClock()
    const client: Pick<TargetClient, 'send'> = { send: async () => ({ outcome: ANSWERED, durationMs: 1 }) }
    const replaying = await openReplaying({ origin: 'http://localhost:1', client, clock })
    await fill(replaying, 1_000)
    const { id } = await replaying.replays.start(replayOf({ pace: { kind: 'gap', gapMs: 10 } }))
    const sent = () => replaying.replays.runs(1)[0]?.sent
    await until(() => sent() === 1)
    await pass(5_000)
    await until(() => sent() === 501)
    const told = replaying.published.length
    expect(told).toBeGreaterThan(10)
    expect(told).toBeLessThanOrEqual(25)
    expect(replaying.replays.runs(1)).toMatchObject([{ id, state: 'running', sent: 501 }])
    // Even what was not told of yet is on the disk soon.
    expect(
      await replaying.replays.results({ runId: id, filter: 'all', afterIndex: 450, limit: 5 }),
    ).toHaveLength(5)
  })

  it('left running by a crash are interrupted ones, and those of an app that closes too', async () => {
    const folder = tempFolder()
    const { client } = heldClient()
    const first = await openReplaying({ folder, origin: 'http://localhost:1', client })
    await fill(first, 3)
    const { id } = await first.replays.start(replayOf())
    const [stored] = first.store.replays.newest(1)
    await turns(3)
    expect(stored).toMatchObject({ id, state: 'running' })
    await first.close()
    const second = await openReplaying({ folder, origin: 'http://localhost:1', client })
    expect(second.replays.runs(10)).toMatchObject([{ id, state: 'interrupted', sent: 1, total: 3 }])
    if (stored !== undefined) second.store.replays.saveRun(stored)
    await second.close()
    const third = await openReplaying({ folder, origin: 'http://localhost:1', client })
    expect(third.replays.runs(10)).toMatchObject([{ id, state: 'interrupted' }])
  })

  it('are kept with their results, the last fifty', async () => {
    const { origin } = await capture((_received, response) => response.end())
    const replaying = await openReplaying({ origin })
    await fill(replaying, 2)
    const ids: string[] = []
    for (let count = 0; count < 53; count += 1) {
      ids.push((await replaying.run()).id)
      await turns(1)
    }
    await until(() => replaying.store.replays.newest(100).length === 50)
    expect(replaying.replays.runs(100).map(({ id }) => id)).toEqual(ids.slice(3).toReversed())
    expect(await replaying.results(ids[2] ?? '')).toEqual([])
    expect(await replaying.results(ids[3] ?? '')).toHaveLength(2)
  })

  it('end as interrupted where results cannot be stored, and say why', async () => {
    const { origin } = await capture((_received, response) => response.end())
    const { clock, pass } = createFakeClock()
    const client: Pick<TargetClient, 'send'> = { send: async () => ({ outcome: ANSWERED, durationMs: 1 }) }
    const replaying = await openReplaying({ origin, clock, client })
    await fill(replaying, 100)
    await replaying.replays.start(replayOf({ pace: { kind: 'gap', gapMs: 1_000 } }))
    await turns(2)
    replaying.breakStore()
    await pass(10_000)
    expect(replaying.published.at(-1)).toMatchObject({ state: 'interrupted' })
    expect(replaying.failures).toHaveLength(1)
  })
})
