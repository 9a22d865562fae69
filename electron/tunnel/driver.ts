import type { TunnelFailure } from '#shared/tunnel/tunnel-failure.ts'

/** What a link reports. After `onFailed` it is over and reports nothing more. */
export type LinkEvents = {
  /** The public address stands, as far as the link can know. */
  readonly onUrl: (url: string) => void
  /** The connection broke; it may come back by itself within seconds. */
  readonly onLost: () => void
  readonly onFailed: (failure: TunnelFailure) => void
}

/** One try to be reachable, from start to end. */
export type Link = {
  /**
   * Ends it, whatever state it is in; from the call on, it carries nothing and reports nothing. Resolves when nothing
   * of it is left.
   */
  readonly close: () => Promise<void>
}

/** A way to be reached from the internet. */
export type Driver = {
  /**
   * Starts a link. `formerUrl` is the address of the link before it in the same run, which should be kept where
   * possible. Never throws: what goes wrong is reported.
   */
  readonly open: (events: LinkEvents, formerUrl: string | null) => Link
}
