import type { ContractCase, ContractResult, ContractRun } from '#shared/contract-run.ts'
import type { WireError } from '#shared/rpc.ts'
import { serverUnreachable } from './contract-run-faults.ts'
import { inParallel } from './in-parallel.ts'
import { type Destination, type TryDeps, tryCase } from './try-case.ts'

export type FireDeps = TryDeps & {
  readonly cases: readonly ContractCase[]
  /** How many cases are under way at a time. */
  readonly concurrency: number
}

/**
 * Fires every case at the target until there are no more, the signal is aborted, or no connection can be made. The first
 * case goes alone: where nobody listens, one failure is enough. Resolves with how the run ended.
 */
export async function fireCases(
  destination: Destination,
  deps: FireDeps,
  onResult: (result: ContractResult) => void,
): Promise<Pick<ContractRun, 'state' | 'error'>> {
  const giveUp = new AbortController()
  const signal = AbortSignal.any([destination.signal, giveUp.signal])
  const met: { trouble: WireError | null } = { trouble: null }
  let judged = 0
  const work = async (contractCase: ContractCase) => {
    const tried = await tryCase(contractCase, { ...destination, signal }, deps)
    if (signal.aborted) return
    if (tried.kind === 'judged') {
      judged += 1
      onResult(tried.result)
      return
    }
    met.trouble = serverUnreachable(tried.failure, tried.host, judged)
    giveUp.abort()
  }
  try {
    await inParallel(deps.cases.slice(0, 1), { concurrency: 1, signal }, work)
    await inParallel(deps.cases.slice(1), { concurrency: deps.concurrency, signal }, work)
  } finally {
    // What is under way after a failure must not get into the next run.
    giveUp.abort()
  }
  if (met.trouble !== null) return { state: 'stopped', error: met.trouble }
  return { state: destination.signal.aborted ? 'cancelled' : 'finished', error: null }
}
