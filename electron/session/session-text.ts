import type { PersonName } from '#shared/chats.ts'
import { fakesFrom, type Numbering } from '#shared/session/fake-ids.ts'
import { redactRecord } from '#shared/session/redact-record.ts'
import type { ExportPreview, ExportRequest } from '#shared/session/session-job.ts'
import type { SessionSelection, SessionSource } from '../store/session-source.ts'
import { type ExportChunk, exportText } from './export-text.ts'

const PREVIEW_LINES = 12
const PREVIEW_CHARS = 1_500

type Deps = {
  /** Throws BAD_FILTER. */
  readonly open: (selection: SessionSelection) => Promise<SessionSource>
  readonly names: () => readonly PersonName[]
  readonly appVersion: string
  readonly createNumbering: () => { readonly numberOf: Numbering; readonly dispose: () => void }
}

export type SessionText = ReturnType<typeof createSessionText>

/** What exports are made of: the text of a session, and how it begins. */
export function createSessionText({ open, names, appVersion, createNumbering }: Deps) {
  async function* of(request: ExportRequest, source: SessionSource): AsyncGenerator<ExportChunk> {
    const numbering = createNumbering()
    const fake = fakesFrom(numbering.numberOf)
    try {
      yield* exportText(request, {
        source,
        names: names(),
        appVersion,
        redact: request.isRedacted ? (record) => redactRecord(record, fake) : (record) => record,
      })
    } finally {
      numbering.dispose()
    }
  }

  return {
    open,
    of,
    async preview(request: ExportRequest): Promise<ExportPreview> {
      const source = await open(request.selection)
      let [text, callbacks] = ['', 0]
      for await (const chunk of of(request, source)) {
        text += chunk.text
        callbacks += chunk.callbacks
        if (callbacks > 0) break
      }
      const ratio = callbacks === 0 ? 1 : Math.max(1, source.count / callbacks)
      const lines = text.split(/\r?\n/).filter((line) => line !== '')
      return {
        lines: lines.slice(0, PREVIEW_LINES).map(cut),
        callbacks: source.count,
        sizeBytes: Math.round(Buffer.byteLength(text) * ratio),
      }
    },
  }
}

function cut(line: string): string {
  return line.length <= PREVIEW_CHARS ? line : `${line.slice(0, PREVIEW_CHARS)}…`
}
