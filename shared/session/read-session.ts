import type { z } from 'zod'
import { parseJson } from '../messenger/json-value.ts'
import { SESSION_FORMAT, SESSION_VERSION, SessionHeader, SessionRecord } from './session-record.ts'

export type ReadHeader =
  | { readonly kind: 'session'; readonly header: SessionHeader }
  /** Written by a version that knows more than this one. */
  | { readonly kind: 'too-new'; readonly schemaVersion: number }
  | { readonly kind: 'no-session' }

export type ReadRecord =
  | { readonly ok: true; readonly record: SessionRecord }
  /** What is wrong with the line, as a sentence. */
  | { readonly ok: false; readonly what: string }

/** Reads the first line of a file: whether it is a session, and of a version that can be read. Never throws. */
export function readSessionHeader(line: string): ReadHeader {
  const json = parsed(line)
  if (json === null) return { kind: 'no-session' }
  const { success, data } = SessionHeader.safeParse(json.value)
  if (!success) return { kind: 'no-session' }
  if (data.schemaVersion > SESSION_VERSION) return { kind: 'too-new', schemaVersion: data.schemaVersion }
  return { kind: 'session', header: data }
}

/** Reads a line behind the first. Members that are not known are ignored. Never throws. */
export function readSessionLine(line: string): ReadRecord {
  const json = parsed(line)
  if (json === null) return { ok: false, what: whyNotJson(line) }
  const { success, data, error } = SessionRecord.safeParse(json.value)
  return success ? { ok: true, record: data } : { ok: false, what: faultWords(error) }
}

/** Whether the beginning of a file is that of a session, even where its first line cannot be read. */
export function beginsLikeSession(beginning: string): boolean {
  return beginning.slice(0, 200).includes(SESSION_FORMAT)
}

/** Plain parsing: the numbers of a session are its own. */
function parsed(line: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(line) }
  } catch {
    return null
  }
}

function whyNotJson(line: string): string {
  const json = parseJson(line)
  const reason = json.ok ? 'It is not JSON.' : json.reason
  const text = reason.length > 160 ? `${reason.slice(0, 159)}…` : reason
  return `It is not JSON: ${text}${/[.…]$/.test(text) ? '' : '.'}`
}

function faultWords(error: z.ZodError): string {
  const [issue] = error.issues
  if (issue === undefined) return 'It is no line of a session.'
  const place = issue.path.map(String).join('.')
  const words = issue.message.replace(/^Invalid (input|discriminator value)[.:] /, '').replace(/\.$/, '')
  return place === '' ? `${words}.` : `${place}: ${words}.`
}
