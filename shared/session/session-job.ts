import { z } from 'zod'
import { ReplaySelection } from '../replay.ts'
import { WireError } from '../rpc.ts'

/** What is exported: everything that is stored, repeats included, or some callbacks with their repeats. */
export const ExportSelection = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all') }),
  ...ReplaySelection.options,
])
export type ExportSelection = Readonly<z.infer<typeof ExportSelection>>

/** `session`: JSON Lines of this app, everything as it was. `har`: HTTP Archive 1.2. `csv`: one line per callback. */
export const ExportFormat = z.enum(['session', 'har', 'csv'])
export type ExportFormat = z.infer<typeof ExportFormat>

export const ExportRequest = z.object({
  selection: ExportSelection,
  format: ExportFormat,
  isRedacted: z.boolean(),
  /** A byte order mark at the beginning of CSV, by which Excel knows UTF-8. */
  hasByteOrderMark: z.boolean(),
})
export type ExportRequest = Readonly<z.infer<typeof ExportRequest>>

/** How an export will look. */
export const ExportPreview = z.object({
  /** The beginning of the file as it will be written; long lines are cut and end with an ellipsis. */
  lines: z.array(z.string()),
  callbacks: z.int(),
  /** Reckoned from the first callbacks. */
  sizeBytes: z.int(),
})
export type ExportPreview = Readonly<z.infer<typeof ExportPreview>>

/** A place in a file that could not be read: `line 17`, `entry 3`. */
export const FileFault = z.object({ place: z.string(), what: z.string() })
export type FileFault = Readonly<z.infer<typeof FileFault>>

/** One export or import. A running one is told of several times a second at most. */
export const SessionJob = z.object({
  id: z.string(),
  kind: z.enum(['export', 'import']),
  fileName: z.string(),
  /** `waiting`: for the page to fetch or send the file. */
  state: z.enum(['waiting', 'running', 'done', 'cancelled', 'failed']),
  /** Written or read so far. */
  callbacks: z.int(),
  replies: z.int(),
  bytes: z.int(),
  /** Callbacks of an export; null where it is not known. */
  totalCallbacks: z.int().nullable(),
  /** Bytes of the file of an import; null where it is not known. */
  totalBytes: z.int().nullable(),
  /** What could not be read: how many, and the first of them. */
  faults: z.object({ count: z.int(), first: z.array(FileFault) }),
  error: WireError.nullable(),
})
export type SessionJob = Readonly<z.infer<typeof SessionJob>>

/** Where the page fetches the file of an export, or sends that of an import, in browser mode. Good once. */
export function transferPath({ kind, id }: Pick<SessionJob, 'kind' | 'id'>): string {
  return `/session/${kind}/${id}`
}
