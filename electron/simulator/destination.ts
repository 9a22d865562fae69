import { WorkbenchError } from '#shared/errors.ts'
import type { SimulatorDestination } from '#shared/simulator.ts'
import { isLoopbackHost } from '../loopback/is-loopback-host.ts'

export type Webhook = 'inbound' | 'status'

/** Where a callback goes now. `isFinal`: it never will, so there is no use in trying again. */
export type Destination =
  | { readonly ok: true; readonly url: URL }
  | { readonly ok: false; readonly url: string; readonly reason: string; readonly isFinal: boolean }

export type Addresses = {
  /** Of the listener; null while there is none. */
  readonly listenerUrl: (webhook: Webhook) => string | null
  /** Of a target. Throws TARGET_NOT_FOUND, TARGET_HOST_NOT_ALLOWED or TARGET_IS_HERE. */
  readonly targetUrl: (targetId: string, webhook: Webhook) => URL
}

/** Finds the address of a destination as it is now: a listener may have started again, a target may have changed. */
export function destinationOf(
  destination: SimulatorDestination,
  webhook: Webhook,
  { listenerUrl, targetUrl }: Addresses,
): Destination {
  if (destination.kind === 'listener') {
    const url = listenerUrl(webhook)
    return url === null
      ? missing('', `There is no ${webhook} URL: the listener is not running.`)
      : { ok: true, url: new URL(url) }
  }
  try {
    return { ok: true, url: targetUrl(destination.targetId, webhook) }
  } catch (error) {
    if (!(error instanceof WorkbenchError)) throw error
    return missing('', `${error.explanation.what} ${error.explanation.why}`)
  }
}

/** The status URL that a message names for itself; the simulator only goes to this computer. */
export function ownStatusUrl(webhookUrl: string): Destination {
  const url = URL.parse(webhookUrl)
  if (url === null) return { ...missing('', 'The status URL is not a URL.'), isFinal: true }
  // A callback has credentials of its own, and where it went is shown.
  url.username = ''
  url.password = ''
  if (isLoopbackHost(url.hostname)) return { ok: true, url }
  const reason = `The message’s webhook_url points to ${url.host}. The simulator only contacts this computer.`
  return { ...missing(url.href, reason), isFinal: true }
}

function missing(url: string, reason: string) {
  return { ok: false, url, reason, isFinal: false } as const
}
