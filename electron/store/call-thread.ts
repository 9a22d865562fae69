import { assertNever } from '#shared/assert-never.ts'
import { WorkbenchError } from '#shared/errors.ts'
import { storeFailed } from './open-database.ts'
import { cancelled } from './serve-thread.ts'
import type { StoreEvent } from './store-events.ts'
import type { FromThread, StartStoreThread, ThreadTask } from './store-thread.ts'

type Calls = Readonly<Record<string, (...args: never[]) => unknown>>
type Names<Api> = Extract<keyof Api, string>
type ArgsOf<Call> = Call extends (...args: infer Args) => unknown ? Args : never
type ResultOf<Call> = Call extends (...args: never[]) => infer Result ? Awaited<Result> : never

type Waiting = {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: WorkbenchError) => void
}

type Deps = {
  readonly start: StartStoreThread
  readonly onEvent: (event: StoreEvent) => void
  /** A call that nobody waits for failed. */
  readonly onTrouble: (error: WorkbenchError) => void
}

/** The outside of a thread: calls become messages, results and errors come back as they were. */
export function callThread<Api extends Calls>(task: ThreadTask, { start, onEvent, onTrouble }: Deps) {
  const waiting = new Map<number, Waiting>()
  const opened = Promise.withResolvers<void>()
  let nextId = 1
  let ended: WorkbenchError | null = null

  function settle(id: number): Waiting | undefined {
    const call = waiting.get(id)
    waiting.delete(id)
    return call
  }

  function fail(id: number | null, error: WorkbenchError): void {
    if (id === null) onTrouble(error)
    else settle(id)?.reject(error)
  }

  function take(message: FromThread): void {
    switch (message.kind) {
      case 'open':
        opened.resolve()
        return
      case 'unopened':
        opened.reject(new WorkbenchError(message.explanation))
        return
      case 'result':
        settle(message.id)?.resolve(message.value)
        return
      case 'failure':
        fail(message.id, new WorkbenchError(message.explanation))
        return
      case 'event':
        onEvent(message.event)
        return
      default:
        return assertNever(message)
    }
  }

  const thread = start(task, take, (reason) => {
    ended = storeFailed('The part of the app that reads stored callbacks has stopped.', new Error(reason))
    opened.reject(ended)
    for (const { reject } of waiting.values()) reject(ended)
    waiting.clear()
    onTrouble(ended)
  })

  return {
    /** Resolves when the thread has opened its files. Rejects with STORE_FAILED. */
    opened: opened.promise,
    /** Runs a call in the thread. Aborted while it waits there, it rejects with CANCELLED. */
    call<Name extends Names<Api>>(name: Name, args: ArgsOf<Api[Name]>, signal?: AbortSignal) {
      return new Promise<ResultOf<Api[Name]>>((resolve, reject) => {
        if (ended !== null) return reject(ended)
        if (signal?.aborted === true) return reject(cancelled())
        const id = nextId
        nextId += 1
        // The thread runs the very functions of Api, so what comes back is what they return.
        waiting.set(id, { resolve: (value) => resolve(value as ResultOf<Api[Name]>), reject })
        signal?.addEventListener('abort', () => thread.send({ kind: 'cancel', id }), { once: true })
        thread.send({ kind: 'call', id, name, args: [...args] })
      })
    },
    /** The same without waiting. */
    tell<Name extends Names<Api>>(name: Name, args: ArgsOf<Api[Name]>): void {
      if (ended === null) thread.send({ kind: 'call', id: null, name, args: [...args] })
    },
    end: () => thread.end(),
  }
}
