import { ApiVersion } from '#shared/callback.ts'
import { isJsonObject, type JsonObject, member } from '#shared/messenger/json-value.ts'
import { type InvalidParameter, type ProblemOfV1, refusedByV1 } from './api-answer.ts'
import { chatContent, tagOf } from './chat-content.ts'
import {
  categoryProblem,
  contentProblems,
  isHttpUrl,
  isId,
  isMessengerType,
  required,
  tagProblem,
} from './message-content.ts'
import type { Facts, Validated } from './validated.ts'

const LONGEST_CLIENT_REF = 100
/** No document has a limit; without one, every status that waits could hold a megabyte. */
const LONGEST_WEBHOOK_URL = 8_192

type Check = {
  readonly problem: ProblemOfV1
  /** Null: passed. A list: failed, naming these fields (or none). */
  readonly find: (body: JsonObject, facts: Facts) => readonly InvalidParameter[] | null
}

/** In the order of the spec's code list; the first that fails is the answer. */
const CHECKS: readonly Check[] = [
  { problem: 'invalid-params', find: missingFields },
  { problem: 'unsupported-channel', find: failsUnless(({ channel }) => channel === 'messenger') },
  { problem: 'invalid-sender', find: failsUnless(({ from }, { pageId }) => from === pageId) },
  { problem: 'invalid-recipient', find: failsUnless(({ to }) => isId(to)) },
  { problem: 'invalid-message-type', find: failsUnless((body) => isMessengerType(body.message_type)) },
  { problem: 'invalid-channel-parameters', find: channelParameters },
  { problem: 'invalid-params', find: parameters },
  { problem: 'invalid-client-reference', find: failsUnless((body) => isClientRef(body.client_ref)) },
]

/**
 * Validates a v1 body as the Messages API documents it. The simulator knows one sender, its Page.
 * Source: Messages API v1 spec, SendMessage and ErrorX schemas.
 */
export function validateV1(body: unknown, facts: Facts): Validated {
  const fields = isJsonObject(body) ? body : {}
  for (const { problem, find } of CHECKS) {
    const invalid = find(fields, facts)
    if (invalid !== null) return { ok: false, answer: refusedByV1(problem, invalid, facts.instance) }
  }
  return { ok: true, message: messageOf(fields) }
}

function failsUnless(holds: (body: JsonObject, facts: Facts) => boolean): Check['find'] {
  return (body, facts) => (holds(body, facts) ? null : [])
}

function missingFields(body: JsonObject) {
  const missing = ['channel', 'message_type', 'to', 'from'].filter((name) => member(body, name) === undefined)
  return missing.length === 0 ? null : missing.map(required)
}

function channelParameters(body: JsonObject) {
  const problem = categoryProblem(member(body, 'messenger'))
  return problem === null ? null : [problem]
}

function parameters(body: JsonObject, { isTextLimited }: Facts) {
  const type = body.message_type
  const tag = tagProblem(member(body, 'messenger'))
  const url = member(body, 'webhook_url')
  const version = member(body, 'webhook_version')
  const invalid = [
    ...(isMessengerType(type) ? contentProblems(body, type, isTextLimited) : []),
    ...(tag === null ? [] : [tag]),
    ...(url === undefined || isWebhookUrl(url)
      ? []
      : [{ name: 'webhook_url', reason: 'must be a valid URL.' }]),
    ...(version === undefined || ApiVersion.safeParse(version).success
      ? []
      : [{ name: 'webhook_version', reason: 'Must be one of `v0.1` or `v1`.' }]),
  ]
  return invalid.length === 0 ? null : invalid
}

function isWebhookUrl(value: unknown): boolean {
  return isHttpUrl(value) && value.length <= LONGEST_WEBHOOK_URL
}

function isClientRef(value: unknown): boolean {
  return value === undefined || (typeof value === 'string' && value.length <= LONGEST_CLIENT_REF)
}

function messageOf(body: JsonObject) {
  const version = ApiVersion.safeParse(member(body, 'webhook_version'))
  return {
    psid: textOr(body.to, ''),
    content: chatContent(body, isMessengerType(body.message_type) ? body.message_type : 'custom'),
    tag: tagOf(member(body, 'messenger')),
    clientRef: textOr(member(body, 'client_ref'), null),
    webhookUrl: textOr(member(body, 'webhook_url'), null),
    webhookVersion: version.success ? version.data : null,
  }
}

function textOr<T>(value: unknown, otherwise: T): string | T {
  return typeof value === 'string' ? value : otherwise
}
