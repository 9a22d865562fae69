import { expect, it } from 'vitest'
import { isLoopbackHost } from '#electron/loopback/is-loopback-host.ts'
import { isThisComputer } from '#electron/loopback/is-this-computer.ts'

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
  ['0.0.0.0', false],
  ['[::]', false],
  ['', false],
])('%s', (hostname, isLoopback) => {
  expect(isLoopbackHost(hostname)).toBe(isLoopback)
})

it.each([
  ['http://127.1', true],
  ['http://2130706433', true],
  ['http://0x7f.1', true],
  ['http://LOCALHOST.', true],
  ['http://app.localhost.', true],
  ['http://0', true],
  ['http://[::]', true],
  ['http://[0:0:0:0:0:0:0:1]', true],
  ['http://[::ffff:127.0.0.1]', true],
  ['http://[::ffff:0.0.0.0]', true],
  ['http://[::ffff:10.0.0.1]', false],
  ['http://localhost.evil.example', false],
  ['http://127.0.0.1.nip.io', false],
  ['http://localhost@evil.example', false],
  ['http://evil.example\\@localhost', false],
  ['http://192.168.1.5', false],
])('a connection to %s ends here: %s', (url, isHere) => {
  expect(isThisComputer(new URL(url).hostname)).toBe(isHere)
})
