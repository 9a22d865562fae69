import { Worker } from 'node:worker_threads'
import type { FromThread, StartStoreThread } from './store-thread.ts'

/** What a thread needs at a time is small; without a limit V8 lets garbage of a long import pile up. */
const resourceLimits = { maxYoungGenerationSizeMb: 16 }

/** Runs the store's threads as worker threads of this process. `script` is the worker's entry file. */
export function createStoreThreads(script: string): StartStoreThread {
  return (task, onMessage, onEnded) => {
    const worker = new Worker(script, { workerData: task, name: `store ${task.role}`, resourceLimits })
    let reason = 'It ended without a reason.'
    let isAsked = false
    worker.on('message', (message: FromThread) => onMessage(message))
    worker.on('error', (error) => {
      reason = error instanceof Error ? error.message : String(error)
    })
    worker.on('exit', () => {
      if (!isAsked) onEnded(reason)
    })
    return {
      send: (message) => worker.postMessage(message),
      async end() {
        isAsked = true
        await worker.terminate()
      },
    }
  }
}
