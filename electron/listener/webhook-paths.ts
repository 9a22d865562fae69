import type { IncomingHttpHeaders } from 'node:http'
import type { Route } from '#shared/messenger/read-callback.ts'

const PATHS = '/webhooks'
const INBOUND = '/inbound-message'
const STATUS = '/message-status'
const THIS_COMPUTER = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i

/** The two addresses an application is pointed at. Everything else on this port is 404. */
export function webhookUrls(origin: string, segment: string | null = null) {
  const base = `${origin}${PATHS}${segment === null ? '' : `/${segment}`}`
  return { inboundUrl: `${base}${INBOUND}`, statusUrl: `${base}${STATUS}` }
}

type Request = { readonly target: string; readonly headers: IncomingHttpHeaders }

/**
 * Which webhook a request is for; the query does not matter. With a secret segment, requests that came through a proxy
 * or for another name than this computer's must have it; those from this computer may.
 */
export function routeOf({ target, headers }: Request, segment: string | null): Route {
  const [path] = target.split('?', 1)
  if (segment !== null) {
    const secret = webhookOf(path, `${PATHS}/${segment}`)
    if (secret !== 'other' || !isFromHere(headers)) return secret
  }
  return webhookOf(path, PATHS)
}

function webhookOf(path: string | undefined, base: string): Route {
  if (path === `${base}${INBOUND}`) return 'inbound'
  return path === `${base}${STATUS}` ? 'status' : 'other'
}

/** Tunnels say whom they forward for, in Host or in headers of their own. */
function isFromHere(headers: IncomingHttpHeaders): boolean {
  const isForwarded = ['x-forwarded-host', 'x-forwarded-for', 'forwarded'].some((name) => name in headers)
  return !isForwarded && THIS_COMPUTER.test(headers.host ?? '')
}
