import { WorkbenchError } from '#shared/errors.ts'
import type { FromThread, StartStoreThread, StoreThread, ThreadTask, ToThread } from './store-thread.ts'

/** A thread that ends by itself is started again, so many times within that time; then something is wrong with it. */
const MOST_RESTARTS = 3
const WITHIN_MS = 60_000

type Deps = {
  readonly start: StartStoreThread
  readonly nowMs: () => number
  readonly onMessage: (message: Exclude<FromThread, { kind: 'open' | 'unopened' }>) => void
  /** It has opened its files again after an end. */
  readonly onRestarted: () => void
  /** It ended and is started again: what it was asked is not answered. */
  readonly onInterrupted: (error: WorkbenchError) => void
  /** It ended for good. */
  readonly onGivenUp: (error: WorkbenchError) => void
}

/** Keeps a thread of the store running. */
export function keepThread(task: ThreadTask, deps: Deps) {
  const opened = Promise.withResolvers<void>()
  let endedAtMs: readonly number[] = []
  let hasOpened = false
  let isOpen = false
  let thread: StoreThread | null = null

  function giveUp(error: WorkbenchError): void {
    isOpen = false
    opened.reject(error)
    deps.onGivenUp(error)
  }

  function ended(reason: string): void {
    const nowMs = deps.nowMs()
    isOpen = false
    endedAtMs = [...endedAtMs.filter((atMs) => nowMs - atMs < WITHIN_MS), nowMs]
    const error = stopped(task, reason)
    if (!hasOpened || endedAtMs.length > MOST_RESTARTS) giveUp(error)
    else {
      deps.onInterrupted(error)
      thread = deps.start(task, take, ended)
    }
  }

  function take(message: FromThread): void {
    if (message.kind === 'unopened') giveUp(new WorkbenchError(message.explanation))
    else if (message.kind === 'open') open()
    else deps.onMessage(message)
  }

  function open(): void {
    isOpen = true
    if (hasOpened) deps.onRestarted()
    hasOpened = true
    opened.resolve()
  }

  thread = deps.start(task, take, ended)
  return {
    /** Resolves when the thread has opened its files for the first time. */
    opened: opened.promise,
    /** False: it is not running, so it has not heard. */
    send(message: ToThread): boolean {
      if (isOpen) thread?.send(message)
      return isOpen
    },
    end: async () => await thread?.end(),
  }
}

const DOES: Readonly<Record<ThreadTask['role'], string>> = {
  indexer: 'reads captured callbacks',
  reader: 'looks up stored callbacks',
}

function stopped({ role }: ThreadTask, reason: string): WorkbenchError {
  return new WorkbenchError({
    code: 'STORE_FAILED',
    what: `The part of the app that ${DOES[role]} has stopped.`,
    why: reason,
    fix: 'Start the app again. Callbacks are still captured and answered; none is lost.',
  })
}
