import type { WireError } from '#shared/rpc.ts'

/** What a failed call rejects with: an explanation to be shown in place. */
export class CallError extends Error {
  readonly explanation: WireError

  constructor(explanation: WireError) {
    super(explanation.what)
    this.name = 'CallError'
    this.explanation = explanation
  }
}

export function connectionLost(): CallError {
  return new CallError({
    code: 'CONNECTION_LOST',
    what: 'The connection to the workbench was lost.',
    why: 'The workbench was stopped, or this page was cut off from it. Whether the call was carried out is not known.',
    fix: 'Wait until the page has reconnected, look at the lists, and try again if needed.',
  })
}
