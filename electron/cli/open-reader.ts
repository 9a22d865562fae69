import { extname, join } from 'node:path'
import { callThread } from '../store/call-thread.ts'
import { requireReadable } from '../store/require-readable.ts'
import { createSessionSource } from '../store/session-source.ts'
import { questionsOf } from '../store/store-questions.ts'
import type { StoreReader } from '../store/store-reader.ts'
import { createStoreThreads } from '../store/worker-thread.ts'

const worker = join(import.meta.dirname, `../store-worker${extname(import.meta.filename)}`)

/**
 * Reads the callbacks of a data folder with the app's own reader, whether an app is running there or not: no lock is
 * taken and nothing is changed. Throws NOT_FOUND, STORE_TOO_NEW, STORE_NOT_READY or STORE_FAILED.
 */
export async function openReader(folder: string, cleanup: AsyncDisposableStack) {
  requireReadable(folder)
  const startThread = createStoreThreads(worker)
  const reader = callThread<StoreReader>(
    { role: 'reader', folder },
    {
      // One that could not open its files runs all the same, and would keep the process from ending.
      start(...task) {
        const thread = startThread(...task)
        cleanup.defer(thread.end)
        return thread
      },
      nowMs: () => performance.now(),
      // Every call is waited for and hears itself of what goes wrong.
      onEvent: () => undefined,
      onTrouble: () => undefined,
      onGivenUp: () => undefined,
      onRestarted: () => undefined,
    },
  )
  await reader.opened
  cleanup.defer(reader.close)
  const { callbacks } = await reader.call('totals', [])
  return { ...questionsOf(reader), session: createSessionSource(reader, () => callbacks) }
}

export type CallbackReader = Awaited<ReturnType<typeof openReader>>
