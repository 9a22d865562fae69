import { randomUUID } from 'node:crypto'
import { onTestFinished } from 'vitest'
import type { SignAs } from '#electron/callback-sender/callback-sender.ts'
import { createReplays } from '#electron/replay/replays.ts'
import { createTargetClient } from '#electron/targets/create-target-client.ts'
import type { TargetClient } from '#electron/targets/target-client.ts'
import { type Clock, systemClock } from '#electron/tunnel/clock.ts'
import { WorkbenchError } from '#shared/errors.ts'
import { everything } from '#shared/messenger/matches-filter.ts'
import type { ReplayRequest, ReplayRun } from '#shared/replay.ts'
import type { Target } from '#shared/target.ts'
import { openStore } from './open-store.ts'

type Options = {
  readonly folder?: string
  readonly origin: string
  readonly client?: Pick<TargetClient, 'send'>
  readonly clock?: Clock
  readonly signAs?: SignAs | null
  readonly publish?: (run: ReplayRun) => void
}

export function targetAt(origin: string): Target {
  return {
    id: 'target',
    profileId: 'simulator',
    name: 'My server',
    baseUrl: origin,
    inboundPath: '/webhooks/inbound-message',
    statusPath: '/webhooks/message-status',
    allowedHost: null,
  }
}

/** Replays of a real store over real sockets to a target at `origin`. */
export async function openReplaying({
  folder,
  origin,
  signAs = null,
  clock = systemClock,
  ...options
}: Options) {
  const opened = await openStore(folder === undefined ? {} : { folder })
  const { store } = opened
  const client = createTargetClient()
  const published: ReplayRun[] = []
  const failures: unknown[] = []
  const waiting: (() => void)[] = []
  const targets = new Map([['target', targetAt(origin)]])
  const replays = createReplays({
    store: { ...store.replays, saveResults: store.saveTargetDeliveries, intake: store.intake },
    targets: { find: (id) => targets.get(id) ?? fail(), objectionTo: () => null },
    client: options.client ?? client,
    signAs: () => signAs,
    publish(run) {
      published.push(run)
      options.publish?.(run)
      for (const wake of waiting.splice(0)) wake()
    },
    onFailure: (error) => failures.push(error),
    clock,
    newUuid: randomUUID,
  })
  let isOpen = true
  const close = async () => {
    if (!isOpen) return
    isOpen = false
    await replays.dispose()
    await client.dispose()
    await opened.close()
  }
  onTestFinished(close)

  const when = async (holds: (run: ReplayRun) => boolean) => {
    for (;;) {
      const found = published.find(holds)
      if (found !== undefined) return found
      await new Promise<void>((resolve) => waiting.push(resolve))
    }
  }
  const ended = (id: string) => when((run) => run.id === id && run.state !== 'running')
  return {
    ...opened,
    ...{ replays, targets, published, failures, close, ended },
    /** The run as it was told of once this held. */
    when,
    run: async (request: Partial<ReplayRequest> = {}) => ended((await replays.start(replayOf(request))).id),
    results: (runId: string) => replays.results({ runId, filter: 'all', afterIndex: -1, limit: 500 }),
  }
}

/** All that was captured, exactly, one after the other. */
export function replayOf(change: Partial<ReplayRequest> = {}): ReplayRequest {
  return {
    selection: { kind: 'filter', filter: everything },
    targetId: 'target',
    content: { kind: 'exact' },
    pace: { kind: 'fast', concurrency: 1, order: 'all' },
    repeat: 1,
    ...change,
  }
}

function fail(): never {
  throw new WorkbenchError({ code: 'TARGET_NOT_FOUND', what: 'The target is not there.', why: '', fix: '' })
}
