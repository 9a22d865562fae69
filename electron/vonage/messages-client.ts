import type { Explanation } from '#shared/errors.ts'
import { explainHttp } from '#shared/messenger/explain-http.ts'
import { explainNetwork } from '#shared/messenger/explain-network.ts'
import { member, parseJson, textMember } from '#shared/messenger/json-value.ts'
import { readProblem } from '#shared/messenger/problem.ts'
import type { SendOutcome } from '#shared/reply.ts'
import { createHttpClient, type HttpResult } from '../http/create-http-client.ts'

const CONNECT_TIMEOUT_MS = 10_000
const TIMEOUT_MS = 30_000

type SendRequest = {
  /** The full URL, with /v1/messages or /v0.1/messages. */
  readonly url: string
  /** The whole header value: `Bearer ...` or `Basic ...`. It goes nowhere but into the request. */
  readonly authorization: string
  readonly bodyText: string
  readonly signal?: AbortSignal
}

export type MessagesClient = {
  readonly send: (request: SendRequest) => Promise<SendOutcome>
  readonly dispose: () => Promise<void>
}

/**
 * Sends messages to a Messages API: one request per call, never again by itself. Whatever happens is an outcome; it
 * never throws. Accepted is any 2xx with a `message_uuid` (the API documents 202). `timeoutMs` is for the whole
 * exchange, 30 s by default.
 * Source: Messages API v1 and v0.1 specs, responses of "Send a message".
 */
export function createMessagesClient(deps: {
  readonly nowMs: () => number
  readonly connectTimeoutMs?: number
  readonly timeoutMs?: number
}): MessagesClient {
  const http = createHttpClient({
    connectTimeoutMs: deps.connectTimeoutMs ?? CONNECT_TIMEOUT_MS,
    timeoutMs: deps.timeoutMs ?? TIMEOUT_MS,
  })

  async function send(request: SendRequest): Promise<SendOutcome> {
    const startedAtMs = deps.nowMs()
    const url = URL.parse(request.url)
    if (url === null || !/^https?:$/.test(url.protocol)) {
      return { kind: 'failed', explanation: notAUrl(), durationMs: 0 }
    }
    const result = await http.post({
      url,
      headers: {
        authorization: request.authorization,
        'content-type': 'application/json',
        accept: 'application/json',
      },
      body: request.bodyText,
      signal: request.signal,
    })
    const durationMs = deps.nowMs() - startedAtMs
    if (result.kind === 'failed') {
      return { kind: 'failed', explanation: explainNetwork(result.failure, url.host), durationMs }
    }
    return outcomeOf(withoutCredentials(result, request.authorization), durationMs)
  }

  return { send, dispose: http.dispose }
}

type Answer = Extract<HttpResult, { kind: 'answered' }>

function outcomeOf({ httpStatus, contentType, bodyText, location }: Answer, durationMs: number): SendOutcome {
  const accepted = httpStatus >= 200 && httpStatus < 300 ? acceptedIds(bodyText) : null
  if (accepted !== null) {
    return { kind: 'accepted', httpStatus, ...accepted, responseBody: bodyText, durationMs }
  }
  const problem = readProblem(bodyText)
  const isRedirect = httpStatus >= 300 && httpStatus < 400
  return {
    kind: 'refused',
    httpStatus,
    problem,
    contentType,
    responseBody: bodyText,
    explanation: explainHttp({ httpStatus, problem, location: isRedirect ? location : null }),
    durationMs,
  }
}

function acceptedIds(bodyText: string) {
  const json = parseJson(bodyText)
  const messageUuid = json.ok ? member(json.value, 'message_uuid') : null
  if (!json.ok || typeof messageUuid !== 'string' || messageUuid === '') return null
  return { messageUuid, workflowId: textMember(json.value, 'workflow_id') }
}

/** A server that echoes requests would put the token into the stored outcome. */
function withoutCredentials(answer: Answer, authorization: string): Answer {
  const credentials = authorization.slice(authorization.indexOf(' ') + 1)
  const redacted = (text: string) =>
    credentials === '' ? text : text.replaceAll(credentials, '[credentials removed]')
  return {
    ...answer,
    bodyText: redacted(answer.bodyText),
    contentType: redacted(answer.contentType),
    location: answer.location === null ? null : redacted(answer.location),
  }
}

function notAUrl(): Explanation {
  return {
    code: 'BAD_INPUT',
    what: 'The message was not sent.',
    why: 'The base URL of the profile is not an http or https address.',
    fix: 'Correct the base URL in the settings of the profile.',
  }
}
