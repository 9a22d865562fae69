import type { Server } from 'node:http'
import { onTestFinished } from 'vitest'
import { createCallbackSender } from '#electron/callback-sender/create-callback-sender.ts'
import { type ContractRunEvent, createContractRuns } from '#electron/contract-run/contract-runs.ts'
import { systemClock } from '#electron/tunnel/clock.ts'
import type { ContractRun } from '#shared/contract-run.ts'
import { contractCases } from '#shared/messenger/contract-cases.ts'
import { type Target, usualTarget } from '#shared/target.ts'
import { listening } from './local-server.ts'

export const SECRET = 'this-is-a-test-signature-secret-of-64-characters-0123456789abcde'
const SIGN_AS = {
  apiKey: 'a1b2c3d4',
  applicationId: '78d335fa-323d-4114-9c3d-d6f0d48968cf',
  signatureSecret: SECRET,
}

type Change = Partial<
  Pick<Parameters<typeof createContractRuns>[0], 'limits' | 'concurrency' | 'cases' | 'sender' | 'explain'>
>

/** Contract runs with the real sender, which does not wait between the pieces of a slow body. */
export function openRuns(baseUrl: string, change: Change = {}) {
  const sender = createCallbackSender({
    clock: { ...systemClock, after: (ms, run) => systemClock.after(ms === 500 ? 0 : ms, run) },
    newUuid: () => crypto.randomUUID(),
  })
  const target: Target = { ...usualTarget, id: 't1', profileId: 'p1', baseUrl }
  const events: ContractRunEvent[] = []
  const waiting = new Set<() => void>()
  const runs = createContractRuns({
    cases: contractCases,
    sender,
    limits: { answerMs: 3_000, slowSendingMs: 2_000 },
    concurrency: 8,
    findTarget: () => target,
    signAs: () => SIGN_AS,
    nowMs: () => Date.now(),
    newId: () => crypto.randomUUID(),
    onEvent(event) {
      events.push(event)
      for (const wake of waiting) wake()
    },
    explain: (error) => {
      throw error
    },
    ...change,
  })
  onTestFinished(async () => {
    await runs.dispose()
    await sender.dispose()
  })
  return {
    runs,
    events,
    /** Resolves when the last run has come so far. */
    until: (holds: (run: ContractRun) => boolean) =>
      new Promise<ContractRun>((resolve) => {
        const check = () => {
          const run = runs.last()
          if (run === null || !holds(run)) return
          waiting.delete(check)
          resolve(run)
        }
        waiting.add(check)
        check()
      }),
  }
}

/** Runs the contract against a server of this test and resolves with the run. */
export async function runContract(server: Server, change: Change = {}): Promise<ContractRun> {
  const { runs, until } = openRuns(await listening(server), change)
  runs.start('t1')
  return until(({ state }) => state !== 'running')
}
