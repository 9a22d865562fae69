import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createFakeClock } from '../../support/fake-clock.ts'
import { capture, serve } from '../../support/local-server.ts'
import { fill, heldClient, messageOf, openReplaying, replayOf } from '../../support/replaying.ts'
import { turns, until } from '../../support/turn.ts'

describe('a cancel', () => {
  it('ends requests that hang in a real server, and sends nothing after it', async () => {
    let requests = 0
    let cut = 0
    const origin = await serve((request) => {
      requests += 1
      request.socket.once('close', () => {
        cut += 1
      })
    })
    const replaying = await openReplaying({ origin })
    await fill(replaying, 100)
    const { id } = await replaying.replays.start(
      replayOf({ pace: { kind: 'fast', concurrency: 16, order: 'none' } }),
    )
    await until(() => requests === 16)
    await replaying.replays.cancel(id)
    expect(replaying.replays.runs(1)).toMatchObject([
      { id, state: 'cancelled', total: 100, sent: 16, ok: 0, failed: 16 },
    ])
    await until(() => cut === 16)
    await turns(5)
    expect(requests).toBe(16)
    for (const { delivery, comparison } of await replaying.results(id)) {
      expect(delivery.outcome).toMatchObject({ kind: 'failed', error: { code: 'CANCELLED' } })
      expect(comparison).toEqual({ kind: 'first' })
    }
  })

  it('is told before what came of the run is on the disk', async () => {
    const storedWhenTold: unknown[] = []
    const { client, texts } = heldClient()
    const replaying = await openReplaying({
      ...{ origin: 'http://localhost:1', client },
      publish(run) {
        if (run.state === 'cancelled') storedWhenTold.push(stored())
      },
    })
    const disk = new DatabaseSync(join(replaying.folder, 'callbacks.db'), { readOnly: true })
    onTestFinished(() => disk.close())
    const stored = () => disk.prepare('SELECT count(*) AS count FROM target_delivery').get()?.count
    await fill(replaying, 20)
    const { id } = await replaying.replays.start(
      replayOf({ pace: { kind: 'fast', concurrency: 4, order: 'none' } }),
    )
    await until(() => texts().length === 4)
    await replaying.replays.cancel(id)
    expect(storedWhenTold).toEqual([0])
    expect(await replaying.results(id)).toHaveLength(4)
  })

  it.each(['none', 'person', 'all'] as const)('begins nothing that waits for its turn: %s', async (order) => {
    const { client, texts } = heldClient()
    const replaying = await openReplaying({ origin: 'http://localhost:1', client })
    await fill(replaying, 20, 2)
    const { id } = await replaying.replays.start(replayOf({ pace: { kind: 'fast', concurrency: 4, order } }))
    await until(() => texts().length === { none: 4, person: 2, all: 1 }[order])
    const begun = texts()
    expect(begun).toHaveLength({ none: 4, person: 2, all: 1 }[order])
    await replaying.replays.cancel(id)
    await turns(3)
    expect(texts()).toEqual(begun)
  })

  it('ends a wait between two callbacks', async () => {
    const { clock, pass, timerCount } = createFakeClock()
    const { client, sent, texts } = heldClient()
    const replaying = await openReplaying({ origin: 'http://localhost:1', client, clock })
    await fill(replaying, 3)
    const { id } = await replaying.replays.start(replayOf({ pace: { kind: 'gap', gapMs: 60_000 } }))
    await until(() => sent.length > 0)
    sent[0]?.answer()
    await pass(1_000)
    await replaying.replays.cancel(id)
    await pass(600_000)
    expect(texts()).toEqual(['0'])
    expect(timerCount()).toBe(0)
    expect(replaying.replays.runs(1)).toMatchObject([{ state: 'cancelled', sent: 1, ok: 1 }])
  })

  it('leaves a run alone that has ended', async () => {
    const { origin } = await capture((_received, response) => response.end())
    const replaying = await openReplaying({ origin })
    await fill(replaying, 1)
    const { id } = await replaying.run()
    await replaying.replays.cancel(id)
    await replaying.replays.cancel('no such run')
    expect(replaying.replays.runs(1)).toMatchObject([{ id, state: 'finished' }])
  })
})

describe('the pace', () => {
  it('keeps the original gaps, whatever the target takes, in every repeat', async () => {
    const { clock, pass } = createFakeClock()
    const { client, texts } = heldClient()
    const replaying = await openReplaying({ origin: 'http://localhost:1', client, clock })
    const DAY_MS = 86_400_000
    for (const [index, atMs] of [0, 500, 30 * DAY_MS].entries()) {
      await replaying.store.append(messageOf(index, '1', atMs))
    }
    await replaying.store.settled()
    await replaying.replays.start(replayOf({ pace: { kind: 'original' }, repeat: 2 }))
    await until(() => texts().length > 0)
    expect(texts()).toEqual(['0'])
    await pass(499)
    expect(texts()).toEqual(['0'])
    await pass(1)
    expect(texts()).toEqual(['0', '1'])
    await pass(30 * DAY_MS - 501)
    expect(texts()).toEqual(['0', '1'])
    await pass(1)
    await until(() => texts().length > 3)
    expect(texts()).toEqual(['0', '1', '2', '0'])
    await pass(500)
    expect(texts()).toEqual(['0', '1', '2', '0', '1'])
  })

  it('keeps a fixed gap, and waits where too many are unanswered', async () => {
    const { clock, pass } = createFakeClock()
    const { client, sent } = heldClient()
    const replaying = await openReplaying({ origin: 'http://localhost:1', client, clock })
    await fill(replaying, 70)
    await replaying.replays.start(replayOf({ pace: { kind: 'gap', gapMs: 100 } }))
    await until(() => sent.length > 0)
    await pass(950)
    expect(sent).toHaveLength(10)
    await pass(100_000)
    expect(sent).toHaveLength(64)
    sent[3]?.answer()
    await turns(3)
    expect(sent).toHaveLength(65)
  })
})
