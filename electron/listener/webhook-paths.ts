import type { Route } from '#shared/messenger/read-callback.ts'

const INBOUND_PATH = '/webhooks/inbound-message'
const STATUS_PATH = '/webhooks/message-status'

/** The two addresses an application is pointed at. Everything else on this port is 404. */
export function webhookUrls(port: number) {
  const origin = `http://127.0.0.1:${port}`
  return { inboundUrl: `${origin}${INBOUND_PATH}`, statusUrl: `${origin}${STATUS_PATH}` }
}

/** Which webhook a request line's target belongs to; the query does not matter. */
export function routeOf(target: string): Route {
  const [path] = target.split('?', 1)
  if (path === INBOUND_PATH) return 'inbound'
  return path === STATUS_PATH ? 'status' : 'other'
}
