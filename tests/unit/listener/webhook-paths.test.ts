import { expect, test } from 'vitest'
import { routeOf, webhookUrls } from '#electron/listener/webhook-paths.ts'

const SEGMENT = 'k3yOf-16_chars00'
const PLAIN = '/webhooks/inbound-message'
const SECRET = `/webhooks/${SEGMENT}/inbound-message`

test.each([
  { from: 'here', host: '127.0.0.1:4180', target: PLAIN, route: 'inbound' },
  { from: 'here', host: 'localhost:4180', target: PLAIN, route: 'inbound' },
  { from: 'here', host: '127.0.0.1:4180', target: `${SECRET}?a=1`, route: 'inbound' },
  { from: 'the tunnel', host: 'a.ngrok.app', target: PLAIN, route: 'other' },
  { from: 'the tunnel', host: 'a.ngrok.app', target: SECRET, route: 'inbound' },
  { from: 'the tunnel', host: 'a.ngrok.app', target: `/webhooks/${SEGMENT}/message-status`, route: 'status' },
  { from: 'the tunnel', host: 'a.ngrok.app', target: '/webhooks/guess/inbound-message', route: 'other' },
  { from: 'a proxy', host: 'localhost:4180', forwarded: 'a.example', target: PLAIN, route: 'other' },
  { from: 'a proxy', host: 'localhost:4180', forwarded: 'a.example', target: SECRET, route: 'inbound' },
])('with a secret path, $target from $from ($host) is $route', ({ host, forwarded, target, route }) => {
  const headers = { host, ...(forwarded !== undefined && { 'x-forwarded-host': forwarded }) }
  expect(routeOf({ target, headers }, SEGMENT)).toBe(route)
})

test('without one, only the plain paths are webhooks, from wherever', () => {
  const headers = { host: 'a.ngrok.app', 'x-forwarded-host': 'a.ngrok.app' }
  expect(routeOf({ target: PLAIN, headers }, null)).toBe('inbound')
  expect(routeOf({ target: SECRET, headers }, null)).toBe('other')
})

test('addresses hold the secret path where there is one', () => {
  expect(webhookUrls('https://a.example', SEGMENT)).toEqual({
    inboundUrl: `https://a.example${SECRET}`,
    statusUrl: `https://a.example/webhooks/${SEGMENT}/message-status`,
  })
})
