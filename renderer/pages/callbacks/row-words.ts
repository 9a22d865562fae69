import type { CallbackKind, CallbackRow, SignatureState } from '#shared/callback.ts'
import { explainStatusCode } from '#shared/messenger/explain-status-code.ts'
import type { Tone } from '../../components/tone.ts'
import { delayText } from '../../format/format-duration.ts'

const INBOUND_TYPES: Readonly<Record<string, string>> = {
  text: 'Text',
  image: 'Image',
  audio: 'Audio',
  video: 'Video',
  file: 'File',
  unsupported: 'Unsupported',
}

const OTHER_REASONS: Readonly<Record<string, string>> = {
  'other-path': 'Other path',
  'other-method': 'Not a POST',
  'too-large': 'Too large',
  'cut-off': 'Cut off',
  'empty-body': 'Empty body',
  'not-utf8': 'Not UTF-8',
  'not-json': 'Not JSON',
  'not-an-object': 'Not an object',
  'no-message-uuid': 'No message_uuid',
  'only-message-uuid': 'Only a message_uuid',
}

/** The first word of a row. Statuses and unknown types stay as the callback wrote them. */
export function typeWord(row: Pick<CallbackRow, 'kind' | 'type'>): string {
  if (row.kind === 'inbound') return INBOUND_TYPES[row.type] ?? row.type
  if (row.kind === 'other') return OTHER_REASONS[row.type] ?? row.type
  return row.type
}

/** What kind of callback it is, as a heading. */
export function callbackTitle(row: Pick<CallbackRow, 'kind' | 'type'>): string {
  if (row.kind === 'inbound')
    return `Inbound ${row.type in INBOUND_TYPES ? row.type : `“${row.type}”`} message`
  if (row.kind === 'status') return `Status: ${row.type}`
  return 'Not a Messages callback'
}

export const kindWords: Readonly<Record<CallbackKind, string>> = {
  inbound: 'inbound',
  status: 'status',
  other: 'other',
}

type ToneWord = { readonly word: string; readonly tone: Tone }

export const signatureWords: Readonly<Record<SignatureState, ToneWord>> = {
  valid: { word: 'signed', tone: 'ok' },
  unsigned: { word: 'unsigned', tone: 'warn' },
  invalid: { word: 'bad signature', tone: 'bad' },
  unknown: { word: 'not checked', tone: 'neutral' },
}

/** The second tag of a row: its signature. Requests of other kinds are not expected to have one. */
export function rowTag(row: Pick<CallbackRow, 'kind' | 'signature'>): ToneWord | null {
  return row.kind === 'other' ? null : signatureWords[row.signature]
}

type Summarised = Pick<CallbackRow, 'summary' | 'errorCode' | 'reply'>

/**
 * The second line of a row: for a status its error, and for one of a reply sent from here which reply that is and how
 * long after it.
 */
export function rowSummary(row: Summarised): string {
  const error = row.errorCode === null ? null : errorWords(row.errorCode, row.summary)
  if (row.reply === null) return error ?? row.summary
  const of = `reply “${row.reply.summary}” · ${delayText(row.reply.delayMs)} after send`
  return error === null ? of : `${error} · ${of}`
}

/** The code with what it means here, or with Vonage's own words where it is not a listed one. */
function errorWords(code: string, reason: string): string {
  const meaning = explainStatusCode(code)?.meaning.replace(/\.$/, '') ?? reason
  return meaning === code ? code : `${code} · ${meaning}`
}
