import { type Explanation, WorkbenchError } from '#shared/errors.ts'
import type { RunningJob } from './job-list.ts'

/** Runs a job to its end and says how it ended. Never rejects: what went wrong is in the job. */
export async function runToEnd(job: RunningJob, work: () => Promise<void>): Promise<void> {
  job.change({ state: 'running' })
  try {
    await work()
    job.change({ state: job.signal.aborted ? 'cancelled' : 'done' })
  } catch (error) {
    if (job.signal.aborted) job.change({ state: 'cancelled' })
    else job.change({ state: 'failed', error: explanationOf(error, job) })
  }
}

function explanationOf(error: unknown, job: RunningJob): Explanation {
  if (error instanceof WorkbenchError) return error.explanation
  const isExport = job.now().kind === 'export'
  return {
    code: 'FILE_FAILED',
    what: isExport ? 'The file could not be written to its end.' : 'The file could not be read to its end.',
    why: error instanceof Error ? `${error.message}.`.replace(/\.\.$/, '.') : 'There was no reason given.',
    fix: isExport
      ? 'Check that there is room on the disk and that the folder can be written, and export again.'
      : 'What was read up to there is stored. Check the file, delete what came of it and import it again.',
  }
}
