import type { WorkbenchError } from '#shared/errors.ts'
import type { ToThread } from './store-thread.ts'

type Call = Extract<ToThread, { kind: 'call' }>
type Pending = {
  readonly message: Call
  readonly resolve: (value: unknown) => void
  readonly reject: (error: WorkbenchError) => void
}

/** Calls to a thread that have not been answered. */
export function createPendingCalls() {
  const pending = new Map<number, Pending>()

  function take(id: number): Pending | undefined {
    const one = pending.get(id)
    pending.delete(id)
    return one
  }

  return {
    add: (id: number, one: Pending) => void pending.set(id, one),
    resolve: (id: number, value: unknown) => take(id)?.resolve(value),
    reject: (id: number, error: WorkbenchError) => take(id)?.reject(error),
    rejectAll(error: WorkbenchError): void {
      for (const { reject } of pending.values()) reject(error)
      pending.clear()
    },
    messages: (): readonly Call[] => [...pending.values()].map(({ message }) => message),
  }
}
