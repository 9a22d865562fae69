import { WorkbenchError } from '#shared/errors.ts'
import type { SessionJob } from '#shared/session/session-job.ts'

/** So many are remembered. */
const MOST_JOBS = 20
const TOLD_EVERY_MS = 150

type Deps = { readonly publish: (job: SessionJob) => void; readonly nowMs: () => number }
type JobStart = Pick<SessionJob, 'id' | 'kind' | 'fileName' | 'totalCallbacks' | 'totalBytes'>

/** One job on its way. */
export type RunningJob = {
  readonly id: string
  readonly signal: AbortSignal
  readonly now: () => SessionJob
  /** Told of at once when the state changes, else several times a second. */
  readonly change: (change: Partial<SessionJob>) => void
  readonly cancel: () => void
}

/** The exports and imports of this run, newest first. */
export function createJobList({ publish, nowMs }: Deps) {
  let jobs: readonly RunningJob[] = []

  function start(begun: JobStart): RunningJob {
    const controller = new AbortController()
    let toldAtMs = 0
    let job: SessionJob = {
      ...begun,
      state: 'waiting',
      callbacks: 0,
      replies: 0,
      bytes: 0,
      faults: { count: 0, first: [] },
      error: null,
    }
    const running: RunningJob = {
      id: begun.id,
      signal: controller.signal,
      now: () => job,
      change(change) {
        job = { ...job, ...change }
        if (change.state === undefined && nowMs() - toldAtMs < TOLD_EVERY_MS) return
        toldAtMs = nowMs()
        publish(job)
      },
      cancel() {
        controller.abort()
        // Nobody has begun with it, so nobody will say that it ended.
        if (job.state === 'waiting') running.change({ state: 'cancelled' })
      },
    }
    jobs = [running, ...jobs].slice(0, MOST_JOBS)
    publish(job)
    return running
  }

  return {
    start,
    all: () => jobs.map((job) => job.now()),
    /** A job that waits for the page, by its id, which nobody can guess; null where there is none. */
    waiting: (id: string, kind: SessionJob['kind']) =>
      jobs.find((job) => job.id === id && job.now().kind === kind && job.now().state === 'waiting') ?? null,
    /** Throws NOT_FOUND. */
    of(id: string): RunningJob {
      const job = jobs.find((candidate) => candidate.id === id)
      if (job === undefined) throw notFound()
      return job
    },
    cancelAll(): void {
      for (const job of jobs) job.cancel()
    },
  }
}

export type JobList = ReturnType<typeof createJobList>

function notFound(): WorkbenchError {
  return new WorkbenchError({
    code: 'NOT_FOUND',
    what: 'The export or import is not known.',
    why: 'The app was started again, or it was long ago.',
    fix: 'Start it again.',
  })
}
