import { type CallbackRecord, type SessionBody, sessionBodyBytes } from '#shared/session/session-record.ts'
import { exactBody } from '../bytes/exact-body.ts'
import type { ImportedCallback } from '../store/imports.ts'
import type { SessionCallback } from '../store/session-reader.ts'

/** A stored callback as a record of a session. */
export function callbackRecordOf({ intake, answer, pinnedAtMs, note }: SessionCallback): CallbackRecord {
  const { receivedAtMs, route, method, path, flaw, headers, body } = intake
  return {
    ...{ kind: 'callback', receivedAtMs, route, method, path, flaw, answer },
    headers: headers.map(([name, value]) => [name, value]),
    body: bodyOf(body),
    ...(pinnedAtMs !== null && { pinnedAtMs }),
    ...(note !== null && { note }),
  }
}

/** A record of a session as the store takes it in. */
export function importedCallbackOf(record: CallbackRecord): ImportedCallback {
  const { receivedAtMs, route, method, path, flaw, headers, body, answer, pinnedAtMs, note } = record
  return {
    intake: { receivedAtMs, route, method, path, flaw, headers, body: sessionBodyBytes(body) },
    answer,
    pinnedAtMs: pinnedAtMs ?? null,
    note: note ?? null,
  }
}

function bodyOf(bytes: Uint8Array): SessionBody {
  const body = exactBody(bytes)
  return body.encoding === 'utf8' ? { text: body.text } : { base64: body.data }
}
