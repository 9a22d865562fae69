import { expect, it } from 'vitest'
import { routeOf } from '#electron/simulator/routes.ts'

it.each([
  ['POST', '/v1/messages', { kind: 'messages', version: 'v1' }],
  ['POST', '/v0.1/messages', { kind: 'messages', version: 'v0.1' }],
  ['POST', '/v0.1/messages?', { kind: 'messages', version: 'v0.1' }],
  ['POST', '/v1/messages?api_key=a', { kind: 'messages', version: 'v1' }],
  ['POST', '//v1/messages', { kind: 'messages', version: 'v1' }],
  ['GET', '/v1/messages', { kind: 'wrong-method', allow: 'POST' }],
  ['PATCH', '/v0.1/messages', { kind: 'wrong-method', allow: 'POST' }],
  ['POST', '/', { kind: 'not-found' }],
  ['POST', '/v1/messages/', { kind: 'not-found' }],
  ['POST', '/v2/messages', { kind: 'not-found' }],
  ['GET', '*', { kind: 'not-found' }],
])('%s %s', (method, target, route) => {
  expect(routeOf(method, target)).toEqual(route)
})
