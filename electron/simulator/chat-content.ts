import { isJsonObject, type JsonObject, member, textMember } from '#shared/messenger/json-value.ts'
import type { ChatBubble } from '#shared/simulator.ts'
import type { MessengerType } from './message-content.ts'

/** A chat shows so much of a message; the whole of it is in the request. */
const LONGEST_CHARS = 20_000

/** The content field of an accepted message as the chat shows it. */
export function chatContent(fields: JsonObject, type: MessengerType): ChatBubble['content'] {
  if (type === 'text') return { type, text: shortened(textMember(fields, 'text') ?? '') }
  if (type === 'custom') return { type, json: shortened(JSON.stringify(member(fields, 'custom'))) }
  return { type, url: shortened(textMember(member(fields, type), 'url') ?? '') }
}

/** The tag that lets a message out of the 24 hours; null for any other category. */
export function tagOf(messenger: unknown): string | null {
  if (!isJsonObject(messenger) || member(messenger, 'category') !== 'message_tag') return null
  return textMember(messenger, 'tag')
}

function shortened(text: string): string {
  return text.length > LONGEST_CHARS ? `${text.slice(0, LONGEST_CHARS)}…` : text
}
