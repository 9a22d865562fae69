import type { ConversationId } from '#shared/chats.ts'

export function isSameConversation(one: ConversationId | null, other: ConversationId | null): boolean {
  return one?.psid === other?.psid && one?.pageId === other?.pageId
}

/** One text per conversation, for keys. */
export function conversationKey({ psid, pageId }: ConversationId): string {
  return JSON.stringify([psid, pageId])
}
