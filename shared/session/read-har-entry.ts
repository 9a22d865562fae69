import { z } from 'zod'
import { type Route, readCallback } from '../messenger/read-callback.ts'
import type { ReadRecord } from './read-session.ts'
import { CallbackRecord, type SessionBody, sessionBodyBytes } from './session-record.ts'

/** What is needed of an entry of HAR 1.2; everything else in it is ignored. */
const HarEntry = z.object({
  startedDateTime: z.string(),
  time: z.number().nullish(),
  request: z.object({
    method: z.string(),
    url: z.string(),
    headers: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
    postData: z
      .object({
        mimeType: z.string().nullish(),
        text: z.string().nullish(),
        encoding: z.string().nullish(),
        _encoding: z.string().nullish(),
      })
      .nullish(),
  }),
  response: z.object({ status: z.number().nullish() }).nullish(),
  comment: z.string().nullish(),
  _route: z.enum(['inbound', 'status', 'other']).optional(),
  _flaw: z.enum(['too-large', 'cut-off']).optional(),
})
type HarEntry = z.infer<typeof HarEntry>

/**
 * Reads one entry of a HAR file of this app or of any other. Null for one whose request has no body, as most of a
 * browser's have: it was no callback. Never throws.
 */
export function readHarEntry(text: string): ReadRecord | null {
  const { success, data: entry, error } = HarEntry.safeParse(parsed(text))
  if (!success) {
    const issue = error.issues[0]
    return { ok: false, what: `${issue?.path.map(String).join('.') ?? ''}: ${issue?.message ?? 'not HAR'}.` }
  }
  const body = bodyOf(entry)
  if (entry._route === undefined && isEmpty(body)) return null
  const request = { method: entry.request.method, path: pathOf(entry.request.url), flaw: entry._flaw ?? null }
  const receivedAtMs = Date.parse(entry.startedDateTime)
  const {
    success: isRecord,
    data: record,
    error: recordError,
  } = CallbackRecord.safeParse({
    kind: 'callback',
    receivedAtMs,
    ...request,
    headers: entry.request.headers.map(({ name, value }) => [name, value]),
    body,
    answer: answerOf(entry),
    ...(entry.comment && { note: { text: entry.comment.slice(0, 10_000), atMs: receivedAtMs } }),
    route: 'other',
  })
  if (!isRecord) return { ok: false, what: faultWords(recordError) }
  return { ok: true, record: { ...record, route: entry._route ?? routeOf(record) } }
}

function faultWords({ issues: [issue] }: z.ZodError): string {
  if (issue?.path[0] === 'receivedAtMs') return 'Its startedDateTime cannot be read as a time.'
  const isText = issue?.message.startsWith('It is larger') === true
  return isText ? 'Its body is larger than 1 MiB.' : 'Its body is not base64, though it says so.'
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function bodyOf({ request: { postData } }: HarEntry): SessionBody {
  const text = postData?.text ?? ''
  const isBase64 = (postData?._encoding ?? postData?.encoding) === 'base64'
  // Some tools break it into lines, as MIME does.
  return isBase64 ? { base64: text.replace(/\s+/g, '') } : { text: text.toWellFormed() }
}

function isEmpty(body: SessionBody): boolean {
  return 'text' in body ? body.text === '' : body.base64 === ''
}

/** Browsers leave out how long they waited where they did not; a status of 0 says that there was no answer. */
function answerOf({ response, time }: HarEntry): CallbackRecord['answer'] {
  const httpStatus = Math.trunc(response?.status ?? 0)
  return httpStatus === 0 ? null : { httpStatus, durationMs: Math.max(0, time ?? 0) }
}

/** The target of the request. By hand, since what stands behind the host must stay as it is written. */
function pathOf(url: string): string {
  const path = url.replace(/^[a-z][\w+.-]*:\/\/[^/?#]*/i, '')
  return path.startsWith('/') ? path : `/${path}`
}

/** Elsewhere the webhooks have other paths: what has the body of a callback counts as one. */
function routeOf({ method, path, flaw, body }: CallbackRecord): Route {
  const read = readCallback({ route: 'inbound', method, path, flaw, body: sessionBodyBytes(body) })
  return read.kind
}
