import { WorkbenchError } from '#shared/errors.ts'
import { explainNetwork, type NetworkFailureKind } from '#shared/messenger/explain-network.ts'
import type { WireError } from '#shared/rpc.ts'

export function runUnderWay(): WorkbenchError {
  return new WorkbenchError({
    code: 'CONTRACT_RUN_UNDER_WAY',
    what: 'A contract run is under way.',
    why: 'One run at a time keeps the answer times comparable.',
    fix: 'Wait for it, or cancel it first.',
  })
}

export function signatureSecretMissing(profileName: string): WorkbenchError {
  return new WorkbenchError({
    code: 'SIGNATURE_SECRET_MISSING',
    what: `The profile ${profileName} has no signature secret.`,
    why: 'A contract run signs callbacks as Vonage does, with the signature secret of the account.',
    fix: 'Settings, this profile: enter the signature secret. It stands in Vonage’s dashboard, API settings.',
  })
}

/** Why a run ends before its last case: nobody listens, or nobody listens any more. */
export function serverUnreachable(
  failure: NetworkFailureKind,
  host: string,
  answeredBefore: number,
): WireError {
  const explained = explainNetwork({ kind: failure, systemCode: null }, host)
  if (answeredBefore === 0) {
    return {
      code: explained.code,
      what: explained.what,
      why: explained.why,
      fix: 'Start your webhook server, or correct the target’s base URL, and run the contract again.',
    }
  }
  return {
    code: explained.code,
    what: `${host} stopped taking connections after ${answeredBefore} cases.`,
    why: 'The server ended during the run. One of the callbacks it got last may have brought it down.',
    fix: 'Look at the server’s log, start it again and run the contract again.',
  }
}
