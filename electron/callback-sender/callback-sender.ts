import type { NetworkFailure } from '#shared/messenger/explain-network.ts'
import type { JsonObject } from '#shared/messenger/json-value.ts'
import type { CallbackFault } from '#shared/simulator.ts'

/** Whose callbacks they are: the account and application that Vonage would sign for. */
export type SignAs = {
  readonly apiKey: string
  readonly applicationId: string
  readonly signatureSecret: string
}

export type CallbackToSend = {
  readonly url: URL
  readonly body: JsonObject
  /** What goes wrong on the way; null for nothing. */
  readonly fault: CallbackFault | null
  readonly signAs: SignAs
  readonly signal?: AbortSignal | undefined
}

/** What one request met. `cut`: it was broken off on purpose, so there is no answer to wait for. */
export type CallbackExchange = {
  readonly outcome:
    | { readonly kind: 'answered'; readonly httpStatus: number; readonly bodyText: string }
    | { readonly kind: 'failed'; readonly failure: NetworkFailure }
    | { readonly kind: 'cut' }
  readonly durationMs: number
}

/** Sends callbacks as Vonage does, or with one fault. Every request's fate is a result: one of them, two for a duplicate. */
export type CallbackSender = {
  readonly send: (callback: CallbackToSend) => Promise<readonly CallbackExchange[]>
  readonly dispose: () => Promise<void>
}
