import type { ContractResult, ContractRun } from '#shared/contract-run.ts'
import type { WireError } from '#shared/rpc.ts'
import type { Target } from '#shared/target.ts'
import { targetUrl } from '#shared/target-url.ts'
import type { SignAs } from '../callback-sender/callback-sender.ts'
import { runUnderWay } from './contract-run-faults.ts'
import { type FireDeps, fireCases } from './fire-cases.ts'

export type ContractRunEvent =
  | { readonly kind: 'run'; readonly run: ContractRun | null }
  | { readonly kind: 'result'; readonly runId: string; readonly result: ContractResult }

type Deps = FireDeps & {
  /** A target that may be sent to. Throws TARGET_NOT_FOUND, TARGET_HOST_NOT_ALLOWED or TARGET_IS_HERE. */
  readonly findTarget: (id: string) => Target
  /** Whose callbacks they are. Throws SIGNATURE_SECRET_MISSING. */
  readonly signAs: () => SignAs
  readonly onEvent: (event: ContractRunEvent) => void
  /** Explains what nobody expected. */
  readonly explain: (error: unknown) => WireError
}

type Current = { readonly controller: AbortController; readonly ended: Promise<void> }

/** Runs of the contract against one of the person's webhook servers, one at a time. The last one is remembered. */
export function createContractRuns(deps: Deps) {
  let last: ContractRun | null = null
  let current: Current | null = null

  function tell(run: ContractRun): void {
    last = run
    deps.onEvent({ kind: 'run', run })
  }

  function keep(result: ContractResult): void {
    if (last === null) return
    last = { ...last, results: [...last.results, result] }
    deps.onEvent({ kind: 'result', runId: last.id, result })
  }

  function end(how: Pick<ContractRun, 'state' | 'error'>): void {
    current = null
    if (last !== null) tell({ ...last, ...how, durationMs: deps.nowMs() - last.startedAtMs })
  }

  return {
    /** The last run as it stands; null before the first. */
    last: () => last,
    /** Throws CONTRACT_RUN_UNDER_WAY, and what `findTarget` and `signAs` throw. Resolves at once with the run's id. */
    start(targetId: string): string {
      if (current !== null) throw runUnderWay()
      const target = deps.findTarget(targetId)
      const signAs = deps.signAs()
      const controller = new AbortController()
      const run = newRun(target, deps)
      tell(run)
      const { signal } = controller
      const ended = fireCases({ target, signAs, signal }, deps, keep).then(end, (error: unknown) =>
        end({ state: 'stopped', error: deps.explain(error) }),
      )
      current = { controller, ended }
      return run.id
    },
    /** Ends a run that is going on. What was answered until then is kept. */
    cancel(runId: string): void {
      if (last?.id === runId) current?.controller.abort()
    },
    /** Ends a run against a target that is there no more. */
    targetGone(targetId: string): void {
      if (last?.targetId === targetId) current?.controller.abort()
    },
    async dispose(): Promise<void> {
      current?.controller.abort()
      await current?.ended
    },
  }
}

function newRun(target: Target, deps: Pick<Deps, 'newId' | 'nowMs' | 'cases'>): ContractRun {
  return {
    id: deps.newId(),
    startedAtMs: deps.nowMs(),
    targetId: target.id,
    targetName: target.name,
    url: targetUrl(target, 'inbound').href,
    state: 'running',
    error: null,
    total: deps.cases.length,
    results: [],
    durationMs: 0,
  }
}
