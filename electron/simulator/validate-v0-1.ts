import { isJsonObject, type JsonObject, member } from '#shared/messenger/json-value.ts'
import { type InvalidParameter, refusedByV01 } from './api-answer.ts'
import { chatContent, tagOf } from './chat-content.ts'
import {
  categoryProblem,
  contentProblems,
  isId,
  isMessengerType,
  required,
  tagProblem,
} from './message-content.ts'
import type { Facts, Validated } from './validated.ts'

const LONGEST_CLIENT_REF = 40

type Check = (body: JsonObject, facts: Facts) => readonly InvalidParameter[]

const CHECKS: readonly Check[] = [
  (body) => party(body, 'to', isId),
  (body, { pageId }) => party(body, 'from', (id) => id === pageId),
  contentFaults,
  messengerOptions,
  clientRef,
]

/**
 * Validates a v0.1 body as the Messages API documents it; every wrong field is named in one answer. The simulator
 * knows one sender, its Page.
 * Source: Messages API v0.1 spec, message and Error.
 */
export function validateV01(body: unknown, facts: Facts): Validated {
  const fields = isJsonObject(body) ? body : {}
  const invalid = CHECKS.flatMap((check) => check(fields, facts))
  if (invalid.length > 0) return { ok: false, answer: refusedByV01(invalid, facts.instance) }
  const psid = member(member(fields, 'to'), 'id')
  const ref = member(fields, 'client_ref')
  const content = member(member(fields, 'message'), 'content')
  const type = member(content, 'type')
  return {
    ok: true,
    message: {
      psid: typeof psid === 'string' ? psid : '',
      content: chatContent(isJsonObject(content) ? content : {}, isMessengerType(type) ? type : 'custom'),
      tag: tagOf(member(member(fields, 'message'), 'messenger')),
      clientRef: typeof ref === 'string' ? ref : null,
      webhookUrl: null,
      webhookVersion: null,
    },
  }
}

function party(body: JsonObject, side: 'to' | 'from', isRight: (id: unknown) => boolean) {
  const type = member(member(body, side), 'type')
  const id = member(member(body, side), 'id')
  return [...field(`${side}.type`, type, type === 'messenger'), ...field(`${side}.id`, id, isRight(id))]
}

function contentFaults(body: JsonObject, { isTextLimited }: Facts): readonly InvalidParameter[] {
  const fields = member(member(body, 'message'), 'content')
  const type = member(fields, 'type')
  if (!isMessengerType(type)) return field('message.content.type', type, false)
  return contentProblems(isJsonObject(fields) ? fields : {}, type, isTextLimited).map(
    within('message.content'),
  )
}

function messengerOptions(body: JsonObject): readonly InvalidParameter[] {
  const messenger = member(member(body, 'message'), 'messenger')
  return [categoryProblem(messenger), tagProblem(messenger)]
    .filter((problem) => problem !== null)
    .map(within('message'))
}

function clientRef(body: JsonObject): readonly InvalidParameter[] {
  const ref = member(body, 'client_ref')
  if (ref === undefined || (typeof ref === 'string' && ref.length <= LONGEST_CLIENT_REF)) return []
  return [{ name: 'client_ref', reason: `must be a string of up to ${LONGEST_CLIENT_REF} characters.` }]
}

function field(name: string, value: unknown, isRight: boolean): readonly InvalidParameter[] {
  if (isRight) return []
  return [value === undefined ? required(name) : { name, reason: 'is invalid.' }]
}

function within(prefix: string) {
  return ({ name, reason }: InvalidParameter) => ({ name: `${prefix}.${name}`, reason })
}
