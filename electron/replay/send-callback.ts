import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ReplayRequest } from '#shared/replay.ts'
import { KEPT_ANSWER_BYTES, type Target, type TargetDelivery, type TargetOutcome } from '#shared/target.ts'
import type { SignAs } from '../callback-sender/callback-sender.ts'
import type { StoredIntake } from '../store/intake.ts'
import type { TargetClient } from '../targets/target-client.ts'
import type { Clock } from '../tunnel/clock.ts'
import { type Prepared, prepareRequest } from './prepare-request.ts'
import type { ReplayItem } from './repeated-callbacks.ts'
import type { SentCallback } from './run-journal.ts'

type Deps = {
  readonly runId: string
  readonly request: ReplayRequest
  readonly target: Target
  readonly signAs: SignAs | null
  readonly client: Pick<TargetClient, 'send'>
  readonly intake: (seq: number) => StoredIntake | null
  readonly clock: Clock
  readonly newUuid: () => string
  readonly signal: AbortSignal
}

/** Sends the callbacks of a run, one by one as asked. Null for one whose turn came after the run was cancelled. */
export function createSendCallback(deps: Deps): (item: ReplayItem) => Promise<SentCallback | null> {
  const { target, signal, clock } = deps
  return async (item) => {
    if (signal.aborted) return null
    const prepared = await prepare(item, deps)
    // Signing takes a moment, in which the run may have been cancelled.
    if (signal.aborted) return null
    const atMs = clock.nowMs()
    const { outcome, durationMs } = await outcomeOf(prepared, deps)
    const delivery: TargetDelivery = {
      id: deps.newUuid(),
      callbackSeq: item.seq,
      targetId: target.id,
      targetName: target.name,
      url: prepared.url.href,
      origin: 'replay',
      runId: deps.runId,
      atMs,
      durationMs,
      outcome,
    }
    const note = prepared.kind === 'request' ? prepared.note : null
    return { index: item.index, occurrence: item.occurrence, delivery, note }
  }
}

async function prepare(item: ReplayItem, deps: Deps): Promise<Prepared> {
  const { target, signAs, clock, newUuid, request } = deps
  const intake = deps.intake(item.seq)
  if (intake === null) {
    return { kind: 'held-back', url: new URL(target.baseUrl), reason: 'It is not in the store any more.' }
  }
  const { content } = request
  return prepareRequest(intake, {
    ...{ content, target, signAs, newUuid },
    rewriting: item.rewriting,
    nowMs: clock.nowMs,
  })
}

async function outcomeOf(
  prepared: Prepared,
  { client, signal }: Deps,
): Promise<{ readonly outcome: TargetOutcome; readonly durationMs: number }> {
  if (prepared.kind === 'held-back') {
    // Nothing is waited for here: without this, many of these would leave no time for anything else.
    await nextTurn()
    return { outcome: { kind: 'held-back', reason: prepared.reason }, durationMs: 0 }
  }
  const { url, headers, body } = prepared
  return client.send({ url, headers, body, keptBytes: KEPT_ANSWER_BYTES.replay, signal })
}
