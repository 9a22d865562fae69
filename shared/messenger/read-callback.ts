import type { ApiVersion, MessageContent, OtherReason, ReadCallback, StatusError } from '../callback.ts'
import { isJsonObject, type JsonObject, member, parseJson, textMember } from './json-value.ts'
import { readTimestamp } from './timestamp.ts'

/** Where a captured request came in. Decided by the listener's router, once. */
export type Route = 'inbound' | 'status' | 'other'

/** What made the listener stop before the body was complete. */
export type BodyFlaw = 'too-large' | 'cut-off'

export type CapturedRequest = {
  readonly route: Route
  readonly method: string
  readonly path: string
  readonly body: Uint8Array
  readonly flaw: BodyFlaw | null
}

/**
 * What a captured request is, derived from its bytes alone. Unknown types, unknown fields, odd timestamps and missing
 * ids are tolerated; only what cannot be a Messages callback is `other`, with the reason. Never throws.
 *
 * Inbound and status are told apart by the body, not by the URL, since both URLs may be set to the same address
 * (Messages API, "Inbound message" and "Message status" webhooks; v1 and v0.1).
 */
export function readCallback(request: CapturedRequest): ReadCallback {
  if (request.route === 'other') return other('other-path', otherPathExplanation(request))
  if (request.method !== 'POST') {
    return other('other-method', `${request.method} was sent where Vonage sends POST. It was answered 405.`)
  }
  if (request.flaw !== null) return other(request.flaw, FLAWS[request.flaw])
  return readBody(request.body)
}

const FLAWS: Readonly<Record<BodyFlaw, string>> = {
  'too-large': 'The body is larger than 1 MiB. It was answered 413 and not kept.',
  'cut-off':
    'The connection ended before the body was complete. What had arrived is kept; nothing was answered.',
}

function readBody(bytes: Uint8Array): ReadCallback {
  if (bytes.length === 0) return other('empty-body', 'The body is empty.')
  const text = decodeUtf8(bytes)
  if (text === null) return other('not-utf8', 'The body is not valid UTF-8. See its bytes in the hex view.')
  const json = parseJson(text)
  if (!json.ok) return other('not-json', `The body is not JSON: ${json.reason}`)
  if (!isJsonObject(json.value)) {
    return other('not-an-object', `The body is JSON, but ${kindOf(json.value)} instead of an object.`)
  }
  const body = json.value
  const messageUuid = textMember(body, 'message_uuid')
  if (messageUuid === null) {
    return other(
      'no-message-uuid',
      'The body has no message_uuid, so it is not a callback of the Messages API.',
    )
  }
  if (!CALLBACK_MEMBERS.some((key) => Object.hasOwn(body, key))) {
    return other(
      'only-message-uuid',
      'The body has a message_uuid but nothing of a callback: it looks like the API’s answer to a send.',
    )
  }
  return readMessage(body, messageUuid)
}

/** At least one of these is in every callback, in either version. */
const CALLBACK_MEMBERS = ['to', 'from', 'status', 'channel', 'message_type', 'message', 'timestamp']

/** The text of UTF-8 bytes without a byte order mark, or null when they are not UTF-8. */
function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function readMessage(body: JsonObject, messageUuid: string): ReadCallback {
  const version = versionOf(body)
  const status = textMember(body, 'status')
  const [from, to] = [partyId(body, 'from'), partyId(body, 'to')]
  const timestamp = textMember(body, 'timestamp')
  const common = {
    version,
    channel: textMember(body, 'channel') ?? textMember(member(body, 'to'), 'type') ?? 'unknown',
    messageUuid,
    timestamp: timestamp === null ? null : readTimestamp(timestamp),
    clientRef: textMember(body, 'client_ref'),
  }
  // A status keeps the direction of the outbound message: it goes to the person, from the Page.
  if (status !== null) {
    return { kind: 'status', ...common, psid: to, pageId: from, status, error: readStatusError(body) }
  }
  return { kind: 'inbound', ...common, psid: from, pageId: to, content: readContent(body, version) }
}

/** v0.1 nests the ids and the content, v1 is flat. */
function versionOf(body: JsonObject): ApiVersion {
  const isNested = ['to', 'from', 'message'].some((key) => isJsonObject(member(body, key)))
  return isNested ? 'v0.1' : 'v1'
}

function partyId(body: JsonObject, key: 'from' | 'to'): string | null {
  return textMember(body, key) ?? textMember(member(body, key), 'id')
}

function readContent(body: JsonObject, version: ApiVersion): MessageContent {
  const content = version === 'v1' ? body : member(member(body, 'message'), 'content')
  const type = textMember(content, version === 'v1' ? 'message_type' : 'type') ?? 'none'
  switch (type) {
    case 'text': {
      const text = member(content, 'text')
      return typeof text === 'string' ? { type, text } : { type: 'unknown', name: type }
    }
    case 'image':
    case 'audio':
    case 'video':
    case 'file': {
      const url = textMember(member(content, type), 'url')
      return url === null ? { type: 'unknown', name: type } : { type, url }
    }
    case 'unsupported':
      return { type }
    default:
      return { type: 'unknown', name: type }
  }
}

/**
 * The error of a status: v0.1 has `code` and `reason`; v1 has the code in `title`, as text or number, and the words in
 * `detail`; an SDK test nests the whole as `error.error` (Messages API, "Message status"; Vonage Kotlin SDK).
 */
function readStatusError(body: JsonObject): StatusError | null {
  const outer = member(body, 'error')
  const error = isJsonObject(member(outer, 'error')) ? member(outer, 'error') : outer
  if (!isJsonObject(error)) return null
  return {
    code: textMember(error, 'code') ?? textMember(error, 'title') ?? codeInType(textMember(error, 'type')),
    reason: textMember(error, 'reason') ?? textMember(error, 'detail'),
  }
}

function codeInType(type: string | null): string | null {
  return /#(\d+)$/.exec(type ?? '')?.[1] ?? null
}

function otherPathExplanation(request: CapturedRequest): string {
  const body = readBody(request.body)
  const base = `${request.path} is not a webhook path. It was answered 404.`
  if (request.flaw !== null || body.kind === 'other') return base
  const path = body.kind === 'inbound' ? '/webhooks/inbound-message' : '/webhooks/message-status'
  return `${base} The body is ${body.kind === 'inbound' ? 'an inbound message' : 'a message status'}: set its URL to end in ${path}.`
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`
}

function other(reason: OtherReason, explanation: string): ReadCallback {
  return { kind: 'other', reason, explanation }
}
