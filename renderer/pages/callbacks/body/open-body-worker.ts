import type { BodyTask, PreparedBody } from './body-work.ts'

export type BodyCallbacks = {
  readonly onPrepared: (body: PreparedBody) => void
  readonly onFailed: (why: string) => void
}

/** Does one task after the other; `end` stops it in the middle of one. */
export type BodyWorker = {
  readonly run: (task: BodyTask, callbacks: BodyCallbacks) => void
  readonly end: () => void
}

/** The worker that runs body-worker.ts. */
export function openBodyWorker(): BodyWorker {
  const worker = new Worker(new URL('./body-worker.ts', import.meta.url), { type: 'module', name: 'bodies' })
  return {
    run(task, { onPrepared, onFailed }) {
      worker.onmessage = ({ data }: MessageEvent<PreparedBody>) => onPrepared(data)
      worker.onerror = ({ message }) =>
        onFailed(message || 'The part of the page that does so could not be loaded.')
      worker.postMessage(task)
    },
    end: () => worker.terminate(),
  }
}
