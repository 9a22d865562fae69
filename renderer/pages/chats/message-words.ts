import type { MessageContent } from '#shared/callback.ts'
import type { Conversation, ConversationItem } from '#shared/chats.ts'
import { isFailedStatus } from '#shared/messenger/failed-status.ts'
import type { ReplyContent, StatusStep } from '#shared/reply.ts'
import type { ChatBubble } from '#shared/simulator.ts'

const MEDIA_WORDS = { image: 'Image', audio: 'Audio', video: 'Video', file: 'File' } as const

/** What a bubble shows of a message. */
export type Said = {
  /** What kind of message it is, where that does not show by itself. */
  readonly label: string | null
  readonly text: string
  /** `code`: an address or JSON. `note`: words of this app, as nothing else is known. */
  readonly look: 'plain' | 'code' | 'note'
}

/** What a message says, whoever it is from. */
export function saidOf(item: ConversationItem): Said {
  switch (item.from) {
    case 'person':
      return saidIn(item.content)
    case 'here':
      return item.reply.draft.bodyText === null
        ? saidIn(item.reply.draft.content)
        : { label: 'JSON edited by hand', text: item.reply.requestBody, look: 'code' }
    case 'server':
      return item.content === null ? UNKNOWN : saidIn(item.content)
  }
}

const UNKNOWN: Said = {
  label: null,
  text: 'What it said is not known here: only its statuses came by.',
  look: 'note',
}

function saidIn(content: MessageContent | ReplyContent | ChatBubble['content']): Said {
  switch (content.type) {
    case 'text':
      return { label: null, text: content.text, look: 'plain' }
    case 'unsupported':
      return {
        label: 'Unsupported',
        text: 'A sticker, a location or the like: Vonage tells only that there was something.',
        look: 'note',
      }
    case 'unknown':
      return {
        label: content.name,
        text: 'A message type no document lists. Its body has the rest.',
        look: 'note',
      }
    case 'custom':
      return { label: 'JSON', text: 'json' in content ? content.json : jsonOf(content.custom), look: 'code' }
    default:
      return { label: MEDIA_WORDS[content.type], text: content.url, look: 'code' }
  }
}

function jsonOf(custom: unknown): string {
  return JSON.stringify(custom, null, 2)
}

/** Who a message is from, in words. */
export const fromWords = { here: 'Sent from here', server: 'Sent by your server' } as const

/** The last message of a conversation, in one line. */
export function lastWords({ last }: Conversation): string {
  switch (last.from) {
    case 'person':
      return last.type in MEDIA_WORDS ? `${last.type} ${last.summary}` : last.summary
    case 'here':
      return last.type === 'accepted' ? `You: ${last.summary}` : `You: ${last.summary} (${last.type})`
    case 'server':
      return `Your server’s message: ${last.type}`
  }
}

export type Tick = 'one' | 'two' | 'seen' | 'trouble'

const TICKS: Readonly<Record<string, Tick>> = { submitted: 'one', delivered: 'two', read: 'seen' }

/** A status as it is shown: its sign and its word with the code of an error. */
export function statusWords({ status, error }: StatusStep): {
  readonly tick: Tick | null
  readonly word: string
} {
  const isTrouble = isFailedStatus(status) || error !== null
  const word = error?.code === null || error === null ? status : `${status} ${error.code}`
  return { tick: isTrouble ? 'trouble' : (TICKS[status] ?? null), word }
}
