import type { ApiVersion } from '#shared/callback.ts'
import { isJsonObject, member, parseJson, textMember } from '#shared/messenger/json-value.ts'
import type { ChatBubble } from '#shared/simulator.ts'
import { chatContent } from './chat-content.ts'
import { isMessengerType } from './message-content.ts'

/** What can be read of a message that somebody wants to send, right or wrong. */
type ReadMessage = {
  readonly psid: string | null
  readonly messageType: string | null
  /** As JSON where no chat can show it otherwise; null where the body is no JSON object. */
  readonly content: ChatBubble['content'] | null
}

/** Reads as much of a body as there is, in the places where its version has them. Never throws. */
export function messageIn(version: ApiVersion, body: Buffer): ReadMessage {
  const parsed = parseJson(body.toString('utf8'))
  const value = parsed.ok ? parsed.value : null
  const isV1 = version === 'v1'
  const fields = isV1 ? value : member(member(value, 'message'), 'content')
  const messageType = textMember(fields, isV1 ? 'message_type' : 'type')
  const isShown = isMessengerType(messageType) && member(fields, messageType) !== undefined
  const asJson = () => chatContent({ custom: fields }, 'custom')
  return {
    psid: isV1 ? textMember(value, 'to') : textMember(member(value, 'to'), 'id'),
    messageType,
    content: isJsonObject(fields) ? (isShown ? chatContent(fields, messageType) : asJson()) : null,
  }
}
