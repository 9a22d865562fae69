import type { BodyTask, PreparedBody } from './body-work.ts'
import { type BodyCallbacks, type BodyWorker, openBodyWorker } from './open-body-worker.ts'

/**
 * Prepares bodies in a worker, one at a time. `prepare` gives back how to call it off: a task under way is ended with
 * its worker. An idle worker is kept for the next task.
 */
export function createBodyPreparer(openWorker: () => BodyWorker = openBodyWorker) {
  let idle: BodyWorker | null = null
  return {
    prepare(task: BodyTask, { onPrepared, onFailed }: BodyCallbacks): () => void {
      const worker = idle ?? openWorker()
      idle = null
      let isOver = false
      worker.run(task, {
        onPrepared: (body: PreparedBody) => {
          if (isOver) return
          isOver = true
          idle?.end()
          idle = worker
          onPrepared(body)
        },
        onFailed: (why) => {
          if (isOver) return
          isOver = true
          worker.end()
          onFailed(why)
        },
      })
      return () => {
        if (isOver) return
        isOver = true
        worker.end()
      }
    },
    dispose() {
      idle?.end()
      idle = null
    },
  }
}
