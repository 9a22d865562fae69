import type { SessionJob } from '#shared/session/session-job.ts'
import { createExporting } from './exporting.ts'
import { createFilesInParts } from './file-in-parts.ts'
import { createImporting } from './importing.ts'
import { createJobList } from './job-list.ts'
import { createNumberingOnDisk } from './numbering-on-disk.ts'
import { createSessionText } from './session-text.ts'

type Deps = Omit<Parameters<typeof createSessionText>[0], 'createNumbering'> &
  Omit<Parameters<typeof createImporting>[0], 'jobs'> & { readonly publish: (job: SessionJob) => void }

export type Sessions = ReturnType<typeof createSessions>

/** Exports and imports of captured callbacks. */
export function createSessions(deps: Deps) {
  const jobs = createJobList(deps)
  const text = createSessionText({ ...deps, createNumbering: createNumberingOnDisk })
  const exporting = createExporting({ ...deps, text, jobs })
  const importing = createImporting({ ...deps, jobs })
  return {
    preview: text.preview,
    startExport: exporting.start,
    takeExport: exporting.take,
    startImport: importing.start,
    openImport: importing.open,
    takeImport: importing.take,
    importPart: createFilesInParts(importing.take),
    jobs: jobs.all,
    /** Throws NOT_FOUND. */
    cancel: (id: string) => jobs.of(id).cancel(),
    /** Stops what is under way; what an import has stored stays. */
    async dispose(): Promise<void> {
      jobs.cancelAll()
      await Promise.all([exporting.settled(), importing.settled()])
    },
  }
}
