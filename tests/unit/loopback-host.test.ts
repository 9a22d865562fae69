import { expect, it } from 'vitest'
import { isLoopbackHost } from '#electron/loopback/is-loopback-host.ts'

it.each([
  ['127.0.0.1', true],
  ['127.8.9.10', true],
  ['localhost', true],
  ['LOCALHOST', true],
  ['app.localhost', true],
  ['[::1]', true],
  ['127.0.0.1.example.com', false],
  ['localhost.example.com', false],
  ['128.0.0.1', false],
  ['[::2]', false],
  ['10.0.0.1', false],
  ['', false],
])('%s', (hostname, isLoopback) => {
  expect(isLoopbackHost(hostname)).toBe(isLoopback)
})
