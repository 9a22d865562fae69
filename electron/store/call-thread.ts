import { assertNever } from '#shared/assert-never.ts'
import { WorkbenchError } from '#shared/errors.ts'
import { keepThread } from './kept-thread.ts'
import { createPendingCalls } from './pending-calls.ts'
import { cancelled } from './serve-thread.ts'
import type { ThreadEvent } from './store-events.ts'
import type { FromThread, StartStoreThread, ThreadTask } from './store-thread.ts'

type Calls = Readonly<Record<string, (...args: never[]) => unknown>>
type Names<Api> = Extract<keyof Api, string>
type ArgsOf<Call> = Call extends (...args: infer Args) => unknown ? Args : never
type ResultOf<Call> = Call extends (...args: never[]) => infer Result ? Awaited<Result> : never

type Deps = {
  readonly start: StartStoreThread
  readonly nowMs: () => number
  readonly onEvent: (event: ThreadEvent) => void
  /** A call that nobody waits for failed, or the thread ended and is started again. */
  readonly onTrouble: (error: WorkbenchError) => void
  /** The thread ended too often and stays ended. */
  readonly onGivenUp: (error: WorkbenchError) => void
  /** The thread runs again and knows nothing of what it was told before. */
  readonly onRestarted: () => void
}

/**
 * The outside of a thread: calls become messages, results and errors come back as they were. When the thread ends and is
 * started again, its questions are asked again; a change may have been made or not, so it is rejected with STORE_FAILED.
 */
export function callThread<Api extends Calls>(task: ThreadTask, deps: Deps) {
  const pending = createPendingCalls()
  const onlyReads = task.role === 'reader'
  let nextId = 1
  let ended: WorkbenchError | null = null

  const thread = keepThread(task, {
    ...deps,
    onMessage: messageTaker(pending, deps),
    onInterrupted(error) {
      if (!onlyReads) pending.rejectAll(error)
      deps.onTrouble(error)
    },
    onRestarted() {
      deps.onRestarted()
      for (const message of pending.messages()) thread.send(message)
    },
    onGivenUp(error) {
      ended = error
      pending.rejectAll(error)
      deps.onGivenUp(error)
    },
  })

  function ask(name: string, args: readonly unknown[], signal?: AbortSignal): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (ended !== null) return reject(ended)
      if (signal?.aborted === true) return reject(cancelled())
      const id = nextId
      nextId += 1
      const message = { kind: 'call', id, name, args } as const
      pending.add(id, { message, resolve, reject })
      signal?.addEventListener('abort', () => thread.send({ kind: 'cancel', id }), { once: true })
      thread.send(message)
    })
  }

  return {
    /** Resolves when the thread has opened its files. Rejects with STORE_FAILED. */
    opened: thread.opened,
    /** Runs a call in the thread. Aborted while it waits there, it rejects with CANCELLED. */
    call: <Name extends Names<Api>>(name: Name, args: ArgsOf<Api[Name]>, signal?: AbortSignal) =>
      // The thread runs the very functions of Api, so what comes back is what they return.
      ask(name, [...args], signal) as Promise<ResultOf<Api[Name]>>,
    /** The same without waiting. A thread that is being started again does not hear of it. */
    tell<Name extends Names<Api>>(name: Name, args: ArgsOf<Api[Name]>): void {
      thread.send({ kind: 'call', id: null, name, args: [...args] })
    },
    /** Lets the thread close its files, and ends it. */
    async close(): Promise<void> {
      if (ended === null) await ask('close', []).finally(thread.end)
    },
  }
}

type Message = Exclude<FromThread, { kind: 'open' | 'unopened' }>

function messageTaker(
  pending: ReturnType<typeof createPendingCalls>,
  { onEvent, onTrouble }: Pick<Deps, 'onEvent' | 'onTrouble'>,
) {
  return (message: Message): void => {
    switch (message.kind) {
      case 'result':
        pending.resolve(message.id, message.value)
        return
      case 'failure': {
        const error = new WorkbenchError(message.explanation)
        if (message.id === null) onTrouble(error)
        else pending.reject(message.id, error)
        return
      }
      case 'event':
        onEvent(message.event)
        return
      default:
        assertNever(message)
    }
  }
}
