import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import { countText } from '#shared/count-text.ts'
import type { ExportFormat, ExportRequest, SessionJob } from '#shared/session/session-job.ts'
import { createExporting } from '../session/exporting.ts'
import { createJobList } from '../session/job-list.ts'
import { createNumberingOnDisk } from '../session/numbering-on-disk.ts'
import { createSessionText } from '../session/session-text.ts'
import { createSettings } from '../settings/settings.ts'
import { readFilterWords } from './filter-words.ts'
import { readingOnly } from './open-for-reading.ts'
import { openReader } from './open-reader.ts'
import type { Terminal } from './terminal.ts'
import { UsageError } from './usage-error.ts'
import { withCleanup } from './with-cleanup.ts'

export type ExportOptions = {
  readonly format: ExportFormat
  /** A path, or - for stdout. */
  readonly out: string
  readonly redaction: boolean
}

const NOT_TO_A_TERMINAL = `Callbacks hold what strangers wrote, and a terminal may act on it.
Send the output to a file or to another program: > callbacks.csv`

type Deps = { readonly version: string; readonly terminal: Terminal; readonly signal: AbortSignal }
type Wanted = {
  readonly words: readonly string[]
  readonly dataFolder: string
  readonly options: ExportOptions
}

/** Writes the callbacks that a filter finds to a file or to stdout. Throws what kept it from being written whole. */
export async function exportCallbacks({ words, dataFolder, options }: Wanted, deps: Deps): Promise<void> {
  const { version, terminal, signal } = deps
  const isToStdout = options.out === '-'
  if (isToStdout && terminal.isWatched) throw new UsageError(NOT_TO_A_TERMINAL)
  const { text: filter } = readFilterWords(words, { nowMs: Date.now(), terminal })
  await withCleanup(async (cleanup) => {
    const reader = await openReader(dataFolder, cleanup)
    const settings = createSettings({ ...readingOnly, folder: dataFolder })
    const nowMs = () => Date.now()
    const jobs = createJobList({ nowMs, publish: (job) => terminal.progress(progressText(job)) })
    signal.addEventListener('abort', jobs.cancelAll)
    const exporting = createExporting({
      text: createSessionText({
        open: reader.session,
        names: () => settings.get().personNames,
        appVersion: version,
        createNumbering: createNumberingOnDisk,
      }),
      files: isToStdout
        ? null
        : { choosePlace: async () => resolve(options.out), chooseFile: async () => null },
      jobs,
      newId: randomUUID,
      nowMs,
    })
    const job = await exporting.start(requestOf(filter, options))
    if (job !== null && isToStdout) await exporting.take(job.id)?.writeTo(terminal.stream())
    await exporting.settled()
    report(jobs.all()[0], options, terminal)
  })
}

function requestOf(filter: string, { format, redaction }: ExportOptions): ExportRequest {
  return {
    selection: filter.trim() === '' ? { kind: 'all' } : { kind: 'filter', filter },
    format,
    isRedacted: redaction,
    hasByteOrderMark: false,
  }
}

function progressText({ callbacks, totalCallbacks }: SessionJob): string {
  return `${callbacks} of ${countText(totalCallbacks ?? 0, 'callback')}`
}

function report(job: SessionJob | undefined, { out, redaction }: ExportOptions, terminal: Terminal): void {
  if (job?.state !== 'done') {
    if (job?.error == null) throw new UsageError('The export was cancelled.')
    throw new UsageError([job.error.what, job.error.why, `${job.error.fix} (${job.error.code})`].join('\n'))
  }
  const replies = job.replies === 0 ? '' : ` and ${job.replies === 1 ? '1 reply' : `${job.replies} replies`}`
  const how = redaction ? 'redacted' : 'not redacted: it holds messages and ids of real people'
  const where = out === '-' ? '' : ` to ${out}`
  terminal.say(`Exported ${countText(job.callbacks, 'callback')}${replies}${where}, ${how}.`)
}
