import type { ApiAnswer } from './api-answer.ts'
import type { SentMessage } from './sent-message.ts'

/** A body the API takes, or what it answers to one it does not. */
export type Validated =
  | { readonly ok: true; readonly message: SentMessage }
  | { readonly ok: false; readonly answer: ApiAnswer }
