import { WorkbenchError } from '#shared/errors.ts'
import { explainFailure } from './explain-failure.ts'
import type { FromThread, ToThread } from './store-thread.ts'

type Calls = Readonly<Record<string, (...args: never[]) => unknown>>
type Call = Extract<ToThread, { kind: 'call' }>

/**
 * The inside of a thread: runs the calls that come in, one per turn, in order. Between two of them it hears which of
 * those that wait are not wanted any more. Returns what takes a message.
 */
export function serveThread(open: () => Calls, post: (message: FromThread) => void) {
  const waiting: Call[] = []
  const calls = openOrExplain(open, post)

  async function run({ id, name, args }: Call): Promise<void> {
    try {
      const call = calls?.[name]
      if (call === undefined) throw new Error(`The store knows no ${name}.`)
      const value: unknown = await Reflect.apply(call, undefined, args)
      if (id !== null) post({ kind: 'result', id, value })
    } catch (error) {
      post({ kind: 'failure', id, explanation: explainFailure(error) })
    }
  }

  function next(): void {
    const call = waiting.shift()
    if (call !== undefined) void run(call)
    if (waiting.length > 0) setImmediate(next)
  }

  return (message: ToThread): void => {
    if (message.kind === 'call') {
      if (waiting.push(message) === 1) setImmediate(next)
      return
    }
    const at = waiting.findIndex(({ id }) => id === message.id)
    if (at < 0) return
    waiting.splice(at, 1)
    post({ kind: 'failure', id: message.id, explanation: cancelled().explanation })
  }
}

function openOrExplain(open: () => Calls, post: (message: FromThread) => void): Calls | null {
  try {
    const calls = open()
    post({ kind: 'open' })
    return calls
  } catch (error) {
    post({ kind: 'unopened', explanation: explainFailure(error) })
    return null
  }
}

/** A question that was taken back before it was answered. */
export function cancelled(): WorkbenchError {
  return new WorkbenchError({
    code: 'CANCELLED',
    what: 'The search was replaced by a newer one.',
    why: 'Only the newest is answered.',
    fix: 'Nothing to do.',
  })
}
