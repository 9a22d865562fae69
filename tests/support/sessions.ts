import { randomUUID } from 'node:crypto'
import { Readable, Writable } from 'node:stream'
import { createSessions } from '#electron/session/sessions.ts'
import type { PersonName } from '#shared/chats.ts'
import type { ExportRequest, SessionJob } from '#shared/session/session-job.ts'
import { openStore } from './open-store.ts'

export const everythingAsItIs: ExportRequest = {
  selection: { kind: 'all' },
  format: 'session',
  isRedacted: false,
  hasByteOrderMark: false,
}

/** Exports and imports over a store of their own, for a page that fetches and sends the files. */
export async function openSessions({ names = [] }: { readonly names?: readonly PersonName[] } = {}) {
  const opened = await openStore()
  const { store } = opened
  const told: SessionJob[] = []
  const known = [...names]
  const sessions = createSessions({
    open: store.session,
    save: store.importBatch,
    names: () => known,
    nameThem: (more) => void known.push(...more),
    appVersion: '0.0.0-test',
    files: null,
    publish: (job) => void told.push(job),
    newId: randomUUID,
    nowMs: () => Date.now(),
  })
  const jobOf = (id: string) => sessions.jobs().find((job) => job.id === id)
  return {
    ...opened,
    sessions,
    told,
    names: known,
    async exported(change: Partial<ExportRequest> = {}): Promise<string> {
      const job = await sessions.startExport({ ...everythingAsItIs, ...change })
      const chunks: Buffer[] = []
      const target = new Writable({
        write(chunk: Buffer, _encoding, done) {
          chunks.push(chunk)
          setImmediate(done)
        },
      })
      await sessions.takeExport(job?.id ?? '')?.writeTo(target)
      return Buffer.concat(chunks).toString()
    },
    async imported(text: string | Buffer, partBytes = 1_000): Promise<SessionJob> {
      const bytes = Buffer.from(text)
      const { id } = sessions.startImport('session.jsonl', bytes.length)
      const parts = Array.from({ length: Math.ceil(bytes.length / partBytes) }, (_, index) =>
        bytes.subarray(index * partBytes, (index + 1) * partBytes),
      )
      await sessions.takeImport(id)?.readFrom(Readable.from(parts))
      await store.settled()
      const job = jobOf(id)
      if (job === undefined) throw new Error('The job is gone.')
      return job
    },
  }
}
