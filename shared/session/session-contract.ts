import { z } from 'zod'
import { call, stream } from '../rpc.ts'
import { ExportPreview, ExportRequest, SessionJob } from './session-job.ts'

const Nothing = z.object({})

/** The part of the contract that writes captured callbacks to files and reads them back. */
export const sessionContract = {
  /** How the file would begin. Throws BAD_FILTER. */
  previewExport: call(ExportRequest, ExportPreview),
  /**
   * Starts an export. On the desktop the person is asked where to first, and null means that they thought better of it;
   * in browser mode the job waits until the page fetches the file. Throws BAD_FILTER.
   */
  startExport: call(ExportRequest, z.object({ job: SessionJob.nullable() })),
  /** Prepares an import of a file that the page has: it is sent to the job's path or, on the desktop, in parts. */
  startImport: call(
    z.object({ fileName: z.string().max(1_024), sizeBytes: z.int().min(0) }),
    z.object({ job: SessionJob }),
  ),
  /** The next part of the file. Resolves when there is room for another. Throws NOT_FOUND. */
  importPart: call(
    z.object({ jobId: z.string(), base64: z.base64().max(4_000_000), isLast: z.boolean() }),
    Nothing,
  ),
  /** Asks for a file and imports it (desktop only); null: the person chose none. */
  openImport: call(Nothing, z.object({ job: SessionJob.nullable() })),
  /** Stops a job. What an import has stored by then stays. */
  cancelSessionJob: call(z.object({ jobId: z.string() }), Nothing),
  /** Those of this run, newest first. */
  sessionJobs: call(Nothing, z.object({ jobs: z.array(SessionJob) })),
  sessionEvents: stream(
    Nothing,
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('reset') }),
      z.object({ kind: z.literal('job'), job: SessionJob }),
    ]),
  ),
} as const
