import type { SignatureJudge } from './derive.ts'
import { createIndexer } from './indexer.ts'
import { serveThread } from './serve-thread.ts'
import { createStoreReader } from './store-reader.ts'
import type { FromThread, ThreadTask, ToThread } from './store-thread.ts'

type Deps<Secrets> = {
  readonly judge: SignatureJudge
  /** Takes the secrets the judge judges with. They live in this thread's memory only. */
  readonly setSecrets: (secrets: Secrets) => void
  readonly nowMs: () => number
  readonly post: (message: FromThread) => void
}

/** What a thread of the store does, by its role. Returns what takes the messages for it. */
export function openThread<Secrets>(
  { role, folder }: ThreadTask,
  deps: Deps<Secrets>,
): (message: ToThread) => void {
  const { judge, setSecrets, nowMs, post } = deps
  if (role === 'reader') return serveThread(() => createStoreReader({ folder, nowMs }), post)
  return serveThread(() => {
    const indexer = createIndexer({ folder, judge, nowMs, tell: (event) => post({ kind: 'event', event }) })
    return { ...indexer, setSecrets }
  }, post)
}
