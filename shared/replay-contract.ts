import { z } from 'zod'
import { ContractResult, ContractRun } from './contract-run.ts'
import { ForwardSettings } from './forward.ts'
import { ReplayRequest, ReplayResult, ReplayResultFilter, ReplayRun, ReplaySelection } from './replay.ts'
import { call, stream } from './rpc.ts'
import { TargetDelivery, TargetHealth, TargetInput } from './target.ts'

const Nothing = z.object({})

/** The part of the contract that drives the developer's own webhook server. */
export const replayContract = {
  /** Throws TARGET_HOST_NOT_ALLOWED for another host that nobody has agreed to, TARGET_IS_HERE for this app's own ports. */
  saveTarget: call(TargetInput, z.object({ id: z.string() })),
  deleteTarget: call(z.object({ id: z.string() }), Nothing),
  /** Tries to connect to the targets of the profile in use every few seconds, as long as somebody listens. */
  targetHealth: stream(
    Nothing,
    z.object({ targets: z.array(z.object({ targetId: z.string(), health: TargetHealth })) }),
  ),

  saveForwardSettings: call(ForwardSettings, Nothing),
  /** What targets made of one callback, newest first. */
  targetDeliveries: call(
    z.object({ callbackSeq: z.int() }),
    z.object({ deliveries: z.array(TargetDelivery) }),
  ),

  /** How many callbacks a selection holds. */
  countReplay: call(z.object({ selection: ReplaySelection }), z.object({ count: z.int() })),
  /**
   * Starts a run, one at a time per target. Throws TARGET_NOT_FOUND, TARGET_HOST_NOT_ALLOWED, TARGET_IS_HERE, NOT_FOUND
   * for an empty selection, BAD_INPUT for an edit of several, SIGNATURE_SECRET_MISSING for a fresh signature without a
   * secret, REPLAY_UNDER_WAY.
   */
  startReplay: call(ReplayRequest, ReplayRun),
  /** Ends what is under way and sends nothing more; resolves when the run has ended. */
  cancelReplay: call(z.object({ runId: z.string() }), Nothing),
  /** Newest first. */
  replayRuns: call(z.object({ limit: z.int().min(1).max(100) }), z.object({ runs: z.array(ReplayRun) })),
  /** In the order of the run, after `afterIndex` (-1 for the beginning). */
  replayResults: call(
    z.object({
      runId: z.string(),
      filter: ReplayResultFilter,
      afterIndex: z.int(),
      limit: z.int().min(1).max(500),
    }),
    z.object({ results: z.array(ReplayResult) }),
  ),
  replayEvents: stream(
    Nothing,
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('reset') }),
      /** A run that is new or has got on; several times a second at most. */
      z.object({ kind: z.literal('run'), run: ReplayRun }),
    ]),
  ),

  /**
   * Fires every case at a target, one run at a time. Throws TARGET_NOT_FOUND, TARGET_HOST_NOT_ALLOWED, TARGET_IS_HERE,
   * SIGNATURE_SECRET_MISSING, CONTRACT_RUN_UNDER_WAY.
   */
  startContractRun: call(z.object({ targetId: z.string() }), z.object({ runId: z.string() })),
  cancelContractRun: call(z.object({ runId: z.string() }), Nothing),
  contractRunEvents: stream(
    Nothing,
    z.discriminatedUnion('kind', [
      /** The last run as it stands; null before the first. */
      z.object({ kind: z.literal('run'), run: ContractRun.nullable() }),
      z.object({ kind: z.literal('result'), runId: z.string(), result: ContractResult }),
    ]),
  ),
} as const
