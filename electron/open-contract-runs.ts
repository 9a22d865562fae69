import { randomUUID } from 'node:crypto'
import { contractCases } from '#shared/messenger/contract-cases.ts'
import { ANSWER_LIMIT_MS } from '#shared/messenger/judge-contract-case.ts'
import { wireError } from './bridge/wire-error.ts'
import { createCallbackSender } from './callback-sender/create-callback-sender.ts'
import { signatureSecretMissing } from './contract-run/contract-run-faults.ts'
import { createContractRuns } from './contract-run/contract-runs.ts'
import type { Profiles } from './settings/profiles.ts'
import type { Secrets } from './settings/secrets.ts'
import type { Targets } from './targets/targets.ts'
import { systemClock } from './tunnel/clock.ts'
import type { WorkbenchConfig } from './workbench-config.ts'
import type { WorkbenchEvents } from './workbench-events.ts'

type Deps = {
  readonly config: Pick<WorkbenchConfig, 'log'>
  readonly events: { readonly contractRuns: Pick<WorkbenchEvents['contractRuns'], 'publish'> }
  readonly targets: Pick<Targets, 'find' | 'objectionTo'>
  readonly profiles: Pick<Profiles, 'active'>
  readonly secrets: Pick<Secrets, 'get'>
  readonly cleanup: AsyncDisposableStack
}

/** So many callbacks are under way at a time: enough to be quick, few enough for a server on a laptop. */
const CONCURRENCY = 8
/** The sender's own pace for a body in pieces. */
const SLOW_SENDING_MS = 2_000

/** The contract run with the real cases, signing as the profile in use. */
export function openContractRuns(deps: Deps) {
  const { config, events, targets, profiles, secrets, cleanup } = deps
  const sender = createCallbackSender({ clock: systemClock, newUuid: randomUUID })
  cleanup.defer(sender.dispose)
  const runs = createContractRuns({
    cases: contractCases,
    sender,
    limits: { answerMs: ANSWER_LIMIT_MS, slowSendingMs: SLOW_SENDING_MS },
    concurrency: CONCURRENCY,
    findTarget(id) {
      const target = targets.find(id)
      const objection = targets.objectionTo(target)
      if (objection !== null) throw objection
      return target
    },
    signAs() {
      const { id, name, apiKey, applicationId } = profiles.active()
      const signatureSecret = secrets.get(id, 'signatureSecret')
      if (signatureSecret === null) throw signatureSecretMissing(name)
      return { apiKey, applicationId, signatureSecret }
    },
    nowMs: () => Date.now(),
    newId: randomUUID,
    onEvent: events.contractRuns.publish,
    explain(error) {
      config.log.error({ err: error }, 'A contract run failed.')
      return wireError(error)
    },
  })
  cleanup.defer(runs.dispose)
  return runs
}
