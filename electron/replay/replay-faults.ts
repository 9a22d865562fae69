import { WorkbenchError } from '#shared/errors.ts'

/** The faults of a replay that cannot start. */
export function nothingSelected(): WorkbenchError {
  return new WorkbenchError({
    code: 'NOT_FOUND',
    what: 'There is no callback to replay.',
    why: 'None of the captured callbacks is in this selection.',
    fix: 'Select callbacks in the list, or change the filter.',
  })
}

export function editOfSeveral(count: number): WorkbenchError {
  return new WorkbenchError({
    code: 'BAD_INPUT',
    what: `An edited body cannot be sent for ${count} callbacks.`,
    why: 'It is the body of one callback.',
    fix: 'Select one callback, or replay these without an edit.',
  })
}

export function signatureSecretMissing(): WorkbenchError {
  return new WorkbenchError({
    code: 'SIGNATURE_SECRET_MISSING',
    what: 'The callbacks cannot be signed anew.',
    why: 'The profile in use has no signature secret.',
    fix: 'Settings, this profile: enter the signature secret of the account. Or replay the bytes as captured.',
  })
}

export function replayUnderWay(targetName: string): WorkbenchError {
  return new WorkbenchError({
    code: 'REPLAY_UNDER_WAY',
    what: `A replay to ${targetName} is under way.`,
    why: 'One replay at a time is sent to a target, so that its results mean something.',
    fix: 'Wait until it has ended, or cancel it.',
  })
}
