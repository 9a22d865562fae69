import { WorkbenchError } from '#shared/errors.ts'

export function targetNotFound(): WorkbenchError {
  return new WorkbenchError({
    code: 'TARGET_NOT_FOUND',
    what: 'That target is not there.',
    why: 'It was deleted, or belongs to another profile.',
    fix: 'Choose another target.',
  })
}

export function hostNotAllowed(host: string): WorkbenchError {
  return new WorkbenchError({
    code: 'TARGET_HOST_NOT_ALLOWED',
    what: `Callbacks may not be sent to ${host} yet.`,
    why: 'It is not this computer, and callbacks hold messages of real people.',
    fix: `Allow ${host} for this target, or use a server on this computer.`,
  })
}

export function targetIsHere(host: string): WorkbenchError {
  return new WorkbenchError({
    code: 'TARGET_IS_HERE',
    what: `${host} is this app itself.`,
    why: 'A callback passed on there would come in again, without end.',
    fix: 'Enter the address of your own webhook server.',
  })
}
