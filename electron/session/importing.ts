import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Readable } from 'node:stream'
import type { PersonName } from '#shared/chats.ts'
import type { SessionJob } from '#shared/session/session-job.ts'
import type { ImportedBatch } from '../store/imports.ts'
import { runToEnd } from './end-of-job.ts'
import { importFile } from './import-file.ts'
import type { JobList, RunningJob } from './job-list.ts'
import type { SessionFiles } from './session-files.ts'

type Deps = {
  readonly save: (batch: ImportedBatch, atMs: number) => Promise<{ readonly replies: number }>
  /** Names people who have no name yet. */
  readonly nameThem: (names: readonly PersonName[]) => void
  readonly files: SessionFiles | null
  readonly jobs: JobList
  readonly newId: () => string
  readonly nowMs: () => number
}

/** Reads files into the store: those the person chooses on the desktop, and those the page sends. */
export function createImporting({ save, nameThem, files, jobs, newId, nowMs }: Deps) {
  const underWay = new Set<Promise<void>>()

  function read(job: RunningJob, file: Readable): Promise<void> {
    const stop = () => file.destroy()
    job.signal.addEventListener('abort', stop, { once: true })
    const run = runToEnd(job, () =>
      importFile(counted(file, job), {
        save: (batch) => save(batch, nowMs()),
        nameThem,
        signal: job.signal,
        onProgress: ({ callbacks, replies, faults }) =>
          job.change({ callbacks, replies, faults: { count: faults.count, first: [...faults.first] } }),
      }).finally(stop),
    )
    underWay.add(run)
    return run.finally(() => underWay.delete(run))
  }

  function start(fileName: string, totalBytes: number | null): RunningJob {
    return jobs.start({ id: newId(), kind: 'import', fileName, totalCallbacks: null, totalBytes })
  }

  return {
    /** An import whose file the page sends. */
    start: (fileName: string, sizeBytes: number): SessionJob => start(fileName, sizeBytes).now(),
    /** Asks for a file and imports it; null where none was chosen, or there is nobody to ask. */
    async open(): Promise<SessionJob | null> {
      const path = (await files?.chooseFile()) ?? null
      if (path === null) return null
      const job = start(
        basename(path),
        await stat(path).then(
          ({ size }) => size,
          () => null,
        ),
      )
      void read(job, createReadStream(path, { highWaterMark: 256 * 1024 }))
      return job.now()
    },
    /** Takes the whole file of a waiting import; null where there is none. Good once. */
    take(id: string) {
      const job = jobs.waiting(id, 'import')
      return job === null ? null : { readFrom: (file: Readable) => read(job, file) }
    },
    settled: () => Promise.all(underWay),
  }
}

async function* counted(file: Readable, job: RunningJob): AsyncGenerator<Uint8Array> {
  for await (const part of file) {
    const bytes: Uint8Array = part
    job.change({ bytes: job.now().bytes + bytes.length })
    yield bytes
  }
}
