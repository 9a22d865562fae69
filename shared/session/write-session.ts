import {
  type CallbackRecord,
  type PersonRecord,
  type ReplyRecord,
  SESSION_FORMAT,
  SESSION_VERSION,
  type SessionRecord,
} from './session-record.ts'

/** The first line of a session file, without its line end. */
export function sessionHeaderLine(isRedacted: boolean): string {
  return JSON.stringify({ format: SESSION_FORMAT, schemaVersion: SESSION_VERSION, isRedacted })
}

/**
 * One line of a session file, without its line end. Members come in a fixed order whatever the record's own, so that
 * the same record is always the same line.
 */
export function sessionLine(record: SessionRecord): string {
  switch (record.kind) {
    case 'callback':
      return JSON.stringify(callbackInOrder(record))
    case 'reply':
      return JSON.stringify(replyInOrder(record))
    case 'person':
      return JSON.stringify(personInOrder(record))
  }
}

function callbackInOrder(record: CallbackRecord): CallbackRecord {
  const { kind, receivedAtMs, route, method, path, flaw, headers, body, answer, pinnedAtMs, note } = record
  return {
    ...{ kind, receivedAtMs, route, method, path, flaw, headers, body },
    answer: answer === null ? null : { httpStatus: answer.httpStatus, durationMs: answer.durationMs },
    ...(pinnedAtMs !== undefined && { pinnedAtMs }),
    ...(note !== undefined && { note: { text: note.text, atMs: note.atMs } }),
  }
}

function replyInOrder(record: ReplyRecord): ReplyRecord {
  const { kind, id, profileId, profileName, sentAtMs, draft, url, requestBody, outcome } = record
  return { kind, id, profileId, profileName, sentAtMs, draft, url, requestBody, outcome }
}

function personInOrder({ kind, psid, name }: PersonRecord): PersonRecord {
  return { kind, psid, name }
}
