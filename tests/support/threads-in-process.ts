import type { SignatureJudge } from '#electron/store/derive.ts'
import { openThread } from '#electron/store/open-thread.ts'
import type { FromThread, StartStoreThread } from '#electron/store/store-thread.ts'

/** The store's threads on this one, so that a test can judge signatures itself. Messages are copied as between threads. */
export function threadsInProcess(judge: SignatureJudge): StartStoreThread {
  return (task, onMessage) => {
    let isEnded = false
    const post = (message: FromThread) => {
      const copy = structuredClone(message)
      setImmediate(() => {
        if (!isEnded) onMessage(copy)
      })
    }
    const take = openThread(task, { judge, setSecrets: () => undefined, nowMs: () => Date.now(), post })
    return {
      send: (message) => take(structuredClone(message)),
      end: async () => {
        isEnded = true
      },
    }
  }
}
