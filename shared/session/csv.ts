import type { SignatureState } from '../callback.ts'
import { summaryOf, typeOf } from '../messenger/describe-callback.ts'
import { readCallback } from '../messenger/read-callback.ts'
import { type CallbackRecord, sessionBodyBytes } from './session-record.ts'

const COLUMNS = [
  'time',
  'kind',
  'version',
  'type',
  'person',
  'page',
  'message_uuid',
  'summary',
  'signature',
  'answer',
  'error_code',
] as const

/** Ends every line (RFC 4180). */
const LINE_END = '\r\n'

/** The first line: names of the columns. With `hasMark`, behind a byte order mark, by which Excel knows UTF-8. */
export function csvHeader(hasMark: boolean): string {
  return `${hasMark ? '\uFEFF' : ''}${COLUMNS.join(',')}${LINE_END}`
}

/** One line for one captured request; empty cells where there is nothing. Times are ISO 8601 in UTC. */
export function csvLine(record: CallbackRecord, signature: SignatureState | null): string {
  const { receivedAtMs, answer, body } = record
  const read = readCallback({ ...record, body: sessionBodyBytes(body) })
  const message = read.kind === 'other' ? null : read
  const cells: Record<(typeof COLUMNS)[number], string | null> = {
    time: new Date(receivedAtMs).toISOString(),
    kind: read.kind,
    version: message?.version ?? null,
    type: typeOf(read),
    person: message?.psid ?? null,
    page: message?.pageId ?? null,
    message_uuid: message?.messageUuid ?? null,
    summary: summaryOf(read),
    signature,
    answer: answer === null ? null : String(answer.httpStatus),
    error_code: read.kind === 'status' ? (read.error?.code ?? null) : null,
  }
  return `${COLUMNS.map((column) => csvCell(cells[column] ?? '')).join(',')}${LINE_END}`
}

/**
 * A cell as RFC 4180 has it. What a spreadsheet would take for a formula gets an apostrophe in front: callbacks hold
 * what strangers write.
 */
export function csvCell(value: string): string {
  const text = /^[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
