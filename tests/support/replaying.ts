import { randomUUID } from 'node:crypto'
import { onTestFinished } from 'vitest'
import type { SignAs } from '#electron/callback-sender/callback-sender.ts'
import { createReplays } from '#electron/replay/replays.ts'
import { createTargetClient } from '#electron/targets/create-target-client.ts'
import type { TargetClient } from '#electron/targets/target-client.ts'
import { type Clock, systemClock } from '#electron/tunnel/clock.ts'
import { WorkbenchError } from '#shared/errors.ts'
import type { ReplayRequest, ReplayRun } from '#shared/replay.ts'
import { everything } from '#shared/search/filter-text.ts'
import type { Target, TargetOutcome } from '#shared/target.ts'
import { intakeOf } from './intakes.ts'
import { openStore } from './open-store.ts'
import { until } from './turn.ts'

type Options = {
  readonly folder?: string
  readonly origin: string
  readonly client?: Pick<TargetClient, 'send'>
  readonly clock?: Clock
  readonly signAs?: SignAs | null
  readonly publish?: (run: ReplayRun) => void
}

function targetAt(origin: string): Target {
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
  let isBroken = false
  const published: ReplayRun[] = []
  const failures: unknown[] = []
  const waiting: (() => void)[] = []
  const targets = new Map([['target', targetAt(origin)]])
  const replays = createReplays({
    store: {
      ...store.replays,
      intake: store.intake,
      saveProgress(run, results) {
        if (isBroken) throw new Error('disk full')
        store.saveTargetDeliveries(results, () => store.replays.saveRun(run))
      },
    },
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
    /** From now on no result can be stored. */
    breakStore: () => {
      isBroken = true
    },
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

type Replaying = Awaited<ReturnType<typeof openReplaying>>

/** What a target that takes everything answers. */
export const ANSWERED: Extract<TargetOutcome, { kind: 'answered' }> = {
  kind: 'answered',
  httpStatus: 200,
  headers: [],
  body: { encoding: 'utf8', text: '', sizeBytes: 0 },
  isBodyCut: false,
}

/** An inbound message whose text is its index. */
export function messageOf(index: number, psid = '1', receivedAtMs = 1_000) {
  const body = JSON.stringify({
    message_uuid: `m${index}`,
    message_type: 'text',
    text: `${index}`,
    from: psid,
    to: 'page',
  })
  return intakeOf(body, { receivedAtMs })
}

/** Captures so many messages, from so many people in turn. */
export async function fill({ store }: Replaying, count: number, people = 1): Promise<void> {
  const all = Array.from({ length: count }, (_, index) => messageOf(index, `person ${index % people}`))
  await Promise.all(all.map((intake) => store.append(intake)))
  await until(() => store.count() === count)
}

/** A client that records what it is given and answers when it is told to, or when it is aborted. */
export function heldClient() {
  const sent: { readonly text: string; readonly answer: () => void }[] = []
  const client: Pick<TargetClient, 'send'> = {
    send: ({ body, signal }) =>
      new Promise((resolve) => {
        const answer = () => resolve({ outcome: ANSWERED, durationMs: 1 })
        sent.push({ text: JSON.parse(new TextDecoder().decode(body)).text, answer })
        const error = { code: 'CANCELLED', what: 'It was cancelled.', why: '', fix: '' }
        signal?.addEventListener('abort', () =>
          resolve({ outcome: { kind: 'failed', error }, durationMs: 1 }),
        )
      }),
  }
  return { client, sent, texts: () => sent.map(({ text }) => text) }
}
