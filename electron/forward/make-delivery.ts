import type { WorkbenchError } from '#shared/errors.ts'
import { KEPT_ANSWER_BYTES, type Target, type TargetDelivery } from '#shared/target.ts'
import { targetUrl } from '#shared/target-url.ts'
import type { StoredIntake } from '../store/intake.ts'
import type { TargetClient } from '../targets/target-client.ts'

/** A callback on its way to a target. */
export type Passing = {
  readonly seq: number
  readonly webhook: 'inbound' | 'status'
  readonly target: Target
  readonly origin: 'forward' | 'mirror'
}

type Deps = {
  readonly client: Pick<TargetClient, 'send'>
  /** Why nothing may be sent to a target; null when it may. */
  readonly objectionTo: (target: Target) => WorkbenchError | null
  /** The same, where only looking its name up shows it. */
  readonly leadsHere: (target: Target) => Promise<WorkbenchError | null>
  readonly signal: AbortSignal
  readonly nowMs: () => number
  readonly newId: () => string
}

/** Makes deliveries: sends a callback as it was captured, or says why it was not sent. */
export function createMakeDelivery({ client, objectionTo, leadsHere, signal, nowMs, newId }: Deps) {
  const startOf = ({ seq, webhook, target, origin }: Passing) => ({
    id: newId(),
    callbackSeq: seq,
    targetId: target.id,
    targetName: target.name,
    url: targetUrl(target, webhook).href,
    origin,
    runId: null,
    atMs: nowMs(),
  })

  function heldBack(passing: Passing, reason: string): TargetDelivery {
    return { ...startOf(passing), durationMs: 0, outcome: { kind: 'held-back', reason } }
  }

  async function sent(passing: Passing, intake: StoredIntake): Promise<TargetDelivery> {
    const objection = objectionTo(passing.target) ?? (await leadsHere(passing.target))
    if (objection !== null) {
      const { what, why, fix } = objection.explanation
      return heldBack(passing, `${what} ${why} ${fix}`)
    }
    const start = startOf(passing)
    const exchange = await client.send({
      url: new URL(start.url),
      headers: intake.headers,
      body: intake.body,
      keptBytes: KEPT_ANSWER_BYTES.forward,
      signal,
    })
    return { ...start, ...exchange }
  }

  return { heldBack, sent }
}
