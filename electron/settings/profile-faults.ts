import { WorkbenchError } from '#shared/errors.ts'

export function profileNotFound(id: string): WorkbenchError {
  return new WorkbenchError({
    code: 'NOT_FOUND',
    what: `There is no profile ${id}.`,
    why: 'It was deleted, perhaps in another window.',
    fix: 'Choose another profile.',
  })
}

export function simulatorFixed(): WorkbenchError {
  return new WorkbenchError({
    code: 'PROFILE_FIXED',
    what: 'The Simulator profile cannot be changed or deleted.',
    why: 'Its key and secrets belong to the simulator on this computer.',
    fix: 'Create a new profile for a Vonage application, or duplicate this one.',
  })
}

export function environmentFixed(variables: readonly string[]): WorkbenchError {
  return new WorkbenchError({
    code: 'PROFILE_FIXED',
    what: 'The Environment profile cannot be changed or deleted.',
    why: `Its values come from ${variables.join(', ')}.`,
    fix: 'Change the variables and restart the app, or duplicate the profile and change the copy.',
  })
}
