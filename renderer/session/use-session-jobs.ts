import { useCallback, useEffectEvent, useRef, useState } from 'react'
import type { SessionJob } from '#shared/session/session-job.ts'
import { useWorkbench } from '../bridge/workbench-client.tsx'
import { useStream } from '../state/use-stream.ts'

export function isOver({ state }: Pick<SessionJob, 'state'>): boolean {
  return state === 'done' || state === 'cancelled' || state === 'failed'
}

/** The jobs that this page has started, kept up to date. `onEnd` hears once of each that is over. */
export function useSessionJobs(onEnd: (job: SessionJob) => void) {
  const workbench = useWorkbench()
  const [jobs, setJobs] = useState<readonly SessionJob[]>([])
  const own = useRef(new Set<string>())
  /** A fast job may be over before the answer to its start is here. */
  const early = useRef(new Map<string, SessionJob>())

  const see = useEffectEvent((job: SessionJob) => {
    if (!own.current.has(job.id)) {
      early.current.set(job.id, job)
      return
    }
    setJobs((before) => [job, ...before.filter(({ id }) => id !== job.id)])
    if (isOver(job)) {
      own.current.delete(job.id)
      onEnd(job)
    }
  })
  const error = useStream(
    (signal) => workbench.sessionEvents({}, { signal }),
    (event) => {
      if (event.kind === 'job') see(event.job)
      else if (own.current.size > 0) {
        workbench.sessionJobs({}).then(
          ({ jobs: all }) => all.forEach(see),
          () => undefined,
        )
      }
    },
  )
  const watch = useCallback((job: SessionJob) => {
    own.current.add(job.id)
    see(early.current.get(job.id) ?? job)
    early.current.clear()
  }, [])
  return { jobs, watch, error }
}
