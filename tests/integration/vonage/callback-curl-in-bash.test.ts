import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ExactBody } from '#shared/callback.ts'
import { callbackCurl } from '#shared/messenger/callback-curl.ts'
import { fixtureBytes } from '../../support/fixtures.ts'
import { capture } from '../../support/local-server.ts'

const run = promisify(execFile)
const HEADERS = [
  ['Host', '127.0.0.1:3000'],
  ['content-type', 'application/json; charset=utf-8'],
  ['AUTHORIZATION', 'Bearer a.b.c'],
  ['Content-Length', '7'],
] as const

const textBody = (text: string): ExactBody => ({
  encoding: 'utf8',
  text,
  sizeBytes: Buffer.byteLength(text),
})
const binaryBody = (bytes: Uint8Array): ExactBody => ({
  encoding: 'base64',
  data: Buffer.from(bytes).toString('base64'),
  sizeBytes: bytes.length,
})

async function target() {
  const server = await capture((_, response) => response.end())
  return {
    received: server.received,
    async paste(body: ExactBody, headers: readonly (readonly [string, string])[] = HEADERS) {
      const command = callbackCurl({ url: `${server.origin}/webhooks/inbound-message`, headers, body })
      // On standard input, as from a terminal: an argument of bash could not be this long.
      const bash = run('bash', ['--norc', '-s'])
      bash.child.stdin?.end(`${command}\n`)
      await bash
      return command
    },
  }
}

describe('a callback’s command, pasted in bash', () => {
  it('sends a callback as it came', async () => {
    const { paste, received } = await target()
    const bytes = fixtureBytes('v1-inbound-text')
    expect(await paste(textBody(bytes.toString('utf8')))).toContain('--data-raw')
    expect(received[0]).toMatchObject({
      method: 'POST',
      url: '/webhooks/inbound-message',
      headers: { 'content-type': 'application/json; charset=utf-8', authorization: 'Bearer a.b.c' },
    })
    expect(received[0]?.body).toEqual(bytes)
  })

  it.each<[string, ExactBody]>([
    ['nothing', textBody('')],
    ['quotes and newlines', textBody('{"a":\n"it\'s `$HOME` $(id) !!"}\n')],
    ['a body that begins with @', textBody('@/etc/hostname')],
    ['a byte order mark', textBody('\ufeff{"a":1}')],
    ['NUL and other control characters', textBody('a\0b\u001b[201~\nid\n\r\t\u0085')],
    ['bytes that are no text', binaryBody(Uint8Array.of(0, 255, 10, 39, 128))],
    ['more than a command line takes', textBody(`{"text":"${'é'.repeat(150_000)}"}`)],
  ])('sends %s exactly', async (_name, body) => {
    const { paste, received } = await target()
    await paste(body)
    const sent = body.encoding === 'utf8' ? Buffer.from(body.text) : Buffer.from(body.data, 'base64')
    expect(received[0]?.body.equals(sent)).toBe(true)
  })

  it('sends any text exactly', async () => {
    const { paste, received } = await target()
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        const body = textBody(Buffer.from(text).toString('utf8'))
        await paste(body)
        expect(received.at(-1)?.body).toEqual(Buffer.from(text))
      }),
      { numRuns: 30 },
    )
  })

  it('never holds what a terminal would act on', async () => {
    const { paste } = await target()
    const command = await paste(textBody('\u001b[201~\nrm -rf ~\n\u009b\u202e'))
    expect(command).toMatch(/^printf %s '[\w+/=]+' \| base64 -d \| curl/)
    expect(command).not.toMatch(/[^\x20-\x7e\n]/)
  })

  it('sends no headers that the callback did not have', async () => {
    const { paste, received } = await target()
    await paste(textBody('x'), [])
    expect(received[0]?.headers).not.toHaveProperty('content-type')
    expect(received[0]?.headers).not.toHaveProperty('authorization')
  })
})
