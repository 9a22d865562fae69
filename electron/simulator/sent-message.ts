import type { ApiVersion } from '#shared/callback.ts'
import type { ChatBubble } from '#shared/simulator.ts'

/** What the simulator keeps of a message it accepted: enough to show it and to tell its sender how it went. */
export type SentMessage = {
  readonly psid: string
  readonly content: ChatBubble['content']
  /** The tag of a message with category `message_tag`, which may be sent outside of the 24 hours; else null. */
  readonly tag: string | null
  readonly clientRef: string | null
  /** Where this message's statuses go instead of the application's URL. */
  readonly webhookUrl: string | null
  readonly webhookVersion: ApiVersion | null
}
