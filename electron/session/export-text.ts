import { assertNever } from '#shared/assert-never.ts'
import type { PersonName } from '#shared/chats.ts'
import { csvHeader, csvLine } from '#shared/session/csv.ts'
import { HAR_END, harBeginning, harEntry } from '#shared/session/har-entry.ts'
import type { ExportRequest } from '#shared/session/session-job.ts'
import type { CallbackRecord, SessionRecord } from '#shared/session/session-record.ts'
import { sessionHeaderLine, sessionLine } from '#shared/session/write-session.ts'
import type { SessionSource } from '../store/session-source.ts'
import { callbackRecordOf } from './callback-record.ts'

/** So many callbacks are turned into text at a time. */
export type ExportChunk = { readonly text: string; readonly callbacks: number; readonly replies: number }

type Deps = {
  readonly source: SessionSource
  readonly names: readonly PersonName[]
  readonly appVersion: string
  /** What a record becomes before it is written: itself, or without what tells about anybody. */
  readonly redact: (record: SessionRecord) => SessionRecord
}
type Wanted = Pick<ExportRequest, 'format' | 'isRedacted' | 'hasByteOrderMark'>

/** The text of an export, a slice of the store at a time: the next one is read when it is asked for. */
export function exportText(wanted: Wanted, deps: Deps): AsyncGenerator<ExportChunk> {
  switch (wanted.format) {
    case 'session':
      return sessionText(wanted, deps)
    case 'har':
      return harText(deps)
    case 'csv':
      return csvText(wanted, deps)
    default:
      return assertNever(wanted.format)
  }
}

async function* sessionText(
  { isRedacted }: Wanted,
  { source, names, redact }: Deps,
): AsyncGenerator<ExportChunk> {
  const named = new Set(names.map(({ psid }) => psid))
  const seen = new Set<string>()
  const replies = source.replies()
  let reply = (await replies.next()).value
  const lineOf = (record: SessionRecord) => `${sessionLine(redact(record))}\n`

  /** The lines of all replies that were sent until then. */
  async function repliesUntil(atMs: number): Promise<string[]> {
    const lines: string[] = []
    while (reply !== undefined && reply.sentAtMs <= atMs) {
      lines.push(lineOf({ kind: 'reply', ...reply }))
      if (named.has(reply.draft.to)) seen.add(reply.draft.to)
      reply = (await replies.next()).value
    }
    return lines
  }

  yield { text: `${sessionHeaderLine(isRedacted)}\n`, callbacks: 0, replies: 0 }
  for await (const callbacks of source.callbacks()) {
    const lines: string[] = []
    for (const callback of callbacks) {
      if (reply !== undefined) lines.push(...(await repliesUntil(callback.intake.receivedAtMs)))
      if (callback.psid !== null && named.has(callback.psid)) seen.add(callback.psid)
      lines.push(lineOf(callbackRecordOf(callback)))
    }
    yield { text: lines.join(''), callbacks: callbacks.length, replies: lines.length - callbacks.length }
  }
  const rest = await repliesUntil(Number.POSITIVE_INFINITY)
  const people = names
    .filter(({ psid }) => seen.has(psid))
    .map(({ psid, name }) => ({ kind: 'person', psid, name }) as const)
  yield { text: [...rest, ...people.map(lineOf)].join(''), callbacks: 0, replies: rest.length }
}

async function* harText({ source, appVersion, redact }: Deps): AsyncGenerator<ExportChunk> {
  yield { text: harBeginning(appVersion), callbacks: 0, replies: 0 }
  let separator = '\n'
  for await (const callbacks of source.callbacks()) {
    const entries = callbacks.map((callback) => harEntry(redacted(callbackRecordOf(callback), redact)))
    if (entries.length > 0)
      yield { text: `${separator}${entries.join(',\n')}`, callbacks: entries.length, replies: 0 }
    if (entries.length > 0) separator = ',\n'
  }
  yield { text: HAR_END, callbacks: 0, replies: 0 }
}

async function* csvText({ hasByteOrderMark }: Wanted, { source, redact }: Deps): AsyncGenerator<ExportChunk> {
  yield { text: csvHeader(hasByteOrderMark), callbacks: 0, replies: 0 }
  for await (const callbacks of source.callbacks()) {
    const lines = callbacks.map((callback) =>
      csvLine(redacted(callbackRecordOf(callback), redact), callback.signature),
    )
    yield { text: lines.join(''), callbacks: lines.length, replies: 0 }
  }
}

function redacted(record: CallbackRecord, redact: Deps['redact']): CallbackRecord {
  const after = redact(record)
  return after.kind === 'callback' ? after : record
}
