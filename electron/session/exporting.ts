import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Writable } from 'node:stream'
import type { ExportRequest, SessionJob } from '#shared/session/session-job.ts'
import type { SessionSource } from '../store/session-source.ts'
import { runToEnd } from './end-of-job.ts'
import { exportFile } from './export-file.ts'
import type { JobList, RunningJob } from './job-list.ts'
import { pour } from './pour.ts'
import type { SessionFiles } from './session-files.ts'
import type { SessionText } from './session-text.ts'

type Deps = {
  readonly text: SessionText
  readonly files: SessionFiles | null
  readonly jobs: JobList
  readonly newId: () => string
  readonly nowMs: () => number
}

/** Writes captured callbacks to files: on the desktop where the person says, else for the page to fetch. */
export function createExporting({ text, files, jobs, newId, nowMs }: Deps) {
  const requests = new Map<string, { readonly request: ExportRequest; readonly source: SessionSource }>()
  const underWay = new Set<Promise<void>>()

  /** `complete`: what is left to do once everything is written. */
  function write(job: RunningJob, target: Writable, complete?: () => Promise<void>): Promise<void> {
    const wanted = requests.get(job.id)
    requests.delete(job.id)
    const run = runToEnd(job, async () => {
      if (wanted === undefined) return
      await pour(text.of(wanted.request, wanted.source), target, job)
      await complete?.()
    })
    underWay.add(run)
    return run.finally(() => underWay.delete(run))
  }

  /** A browser that ends the download ends the export. */
  function writeToPage(job: RunningJob, target: Writable): Promise<void> {
    target.once('close', () => {
      if (!target.writableFinished) job.cancel()
    })
    return write(job, target)
  }

  /** Beside its place first, so that a file with that name is whole. */
  async function writeFile(job: RunningJob, path: string): Promise<void> {
    const part = `${path}.part`
    await write(job, createWriteStream(part, { mode: 0o600 }), () => rename(part, path))
    // Where it could not even be made there is nothing to remove: the job says why.
    if (job.now().state !== 'done') await rm(part, { force: true }).catch(() => undefined)
  }

  return {
    /** Null: the person was asked where to, and chose no place. */
    async start(request: ExportRequest): Promise<SessionJob | null> {
      const source = await text.open(request.selection)
      const { name } = exportFile(request, nowMs())
      const path = files === null ? null : await files.choosePlace(name)
      if (files !== null && path === null) return null
      const fileName = path === null ? name : basename(path)
      const totals = { totalCallbacks: source.count, totalBytes: null }
      const job = jobs.start({ id: newId(), kind: 'export', fileName, ...totals })
      requests.set(job.id, { request, source })
      job.signal.addEventListener('abort', () => requests.delete(job.id))
      if (path !== null) void writeFile(job, path)
      return job.now()
    },
    /** The file of a waiting export for the page; null where there is none. Good once. */
    take(id: string) {
      const job = jobs.waiting(id, 'export')
      const request = requests.get(id)?.request
      if (job === null || request === undefined) return null
      const { mediaType } = exportFile(request, nowMs())
      const writeTo = (target: Writable) => writeToPage(job, target)
      return { fileName: job.now().fileName, mediaType, writeTo }
    },
    settled: () => Promise.all(underWay),
  }
}
