import type { TargetOutcome } from '#shared/target.ts'

export type TargetRequest = {
  readonly url: URL
  /** The end-to-end headers, in order; what belongs to the connection (host, length, hop-by-hop) is the client's. */
  readonly headers: readonly (readonly [string, string])[]
  readonly body: Uint8Array
  /** How much of the answer's body is kept; more is not even read. */
  readonly keptBytes: number
  /** Ends the exchange at once, as a failure. */
  readonly signal?: AbortSignal | undefined
}

export type TargetExchange = {
  readonly outcome: Exclude<TargetOutcome, { kind: 'held-back' }>
  readonly durationMs: number
}

/** POSTs bytes to a target, exactly as they are, once. Whatever comes of it is a result. */
export type TargetClient = {
  readonly send: (request: TargetRequest) => Promise<TargetExchange>
  readonly dispose: () => Promise<void>
}
