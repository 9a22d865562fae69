import type { ApiVersion } from '#shared/callback.ts'

/** What the simulator keeps of a message it accepted: enough to tell its sender how it went. */
export type SentMessage = {
  readonly psid: string
  readonly clientRef: string | null
  /** Where this message's statuses go instead of the application's URL. */
  readonly webhookUrl: string | null
  readonly webhookVersion: ApiVersion | null
}
