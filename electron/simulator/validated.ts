import type { ApiAnswer } from './api-answer.ts'
import type { SentMessage } from './sent-message.ts'

/** What a body is validated against. */
export type Facts = {
  readonly pageId: string
  /** Trace id of the refusal, if there is one. */
  readonly instance: string
  readonly isTextLimited: boolean
}

/** A body the API takes, or what it answers to one it does not. */
export type Validated =
  | { readonly ok: true; readonly message: SentMessage }
  | { readonly ok: false; readonly answer: ApiAnswer }
