import { WorkbenchError } from '#shared/errors.ts'
import type { Profile } from '#shared/profile.ts'
import { isLoopbackHost } from '../loopback/is-loopback-host.ts'

export type WebhookUrls = { readonly inbound: string; readonly status: string }

type Deps = {
  /** Where the listener is on this computer; null while it is not running. */
  readonly listenerUrls: () => WebhookUrls | null
  /** Where the listener is reached from the internet; null while it is not. */
  readonly publicWebhookUrls: () => WebhookUrls | null
}

/**
 * The two addresses to point an application at: below the public URL that was entered, else those of the tunnel; the
 * simulator reaches the listener itself. Throws LISTENER_NOT_RUNNING or NO_PUBLIC_ADDRESS.
 */
export function webhookTarget(
  { profile, publicUrl, apiOrigin }: { profile: Profile; publicUrl: string | null; apiOrigin: string },
  { listenerUrls, publicWebhookUrls }: Deps,
): WebhookUrls {
  const local = listenerUrls()
  if (local === null) throw new WorkbenchError(notListening)
  if (publicUrl !== null) return reachable(below(publicUrl, local), apiOrigin)
  if (profile.baseUrl.kind === 'simulator') return local
  const urls = publicWebhookUrls()
  if (urls === null) throw new WorkbenchError(noPublicAddress)
  return reachable(urls, apiOrigin)
}

function below(publicUrl: string, { inbound, status }: WebhookUrls): WebhookUrls {
  const { origin, pathname } = new URL(publicUrl)
  const base = `${origin}${pathname.replace(/\/+$/, '')}`
  return { inbound: `${base}${new URL(inbound).pathname}`, status: `${base}${new URL(status).pathname}` }
}

/** An address on this computer is of use only to an API on this computer. */
function reachable(urls: WebhookUrls, apiOrigin: string): WebhookUrls {
  const isLocal = isLoopbackHost(new URL(urls.inbound).hostname)
  if (!isLocal || isLoopbackHost(new URL(apiOrigin).hostname)) return urls
  throw new WorkbenchError({
    ...noPublicAddress,
    why: `${new URL(urls.inbound).host} is this computer itself. Vonage cannot reach it.`,
  })
}

const noPublicAddress = {
  code: 'NO_PUBLIC_ADDRESS',
  what: 'There is no public address to point an application at.',
  why: 'Vonage has to reach this computer from the internet.',
  fix: 'Start the tunnel, or enter the public URL that leads to the listener.',
} as const

const notListening = {
  code: 'LISTENER_NOT_RUNNING',
  what: 'The listener is not running.',
  why: 'There is nothing that an application could be pointed at.',
  fix: 'Choose another port in Settings.',
} as const
