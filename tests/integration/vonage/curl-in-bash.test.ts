import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildRequest } from '#shared/messenger/build-request.ts'
import { curlCommand } from '#shared/messenger/curl.ts'
import { capture } from '../../support/local-server.ts'
import { replyDraft } from '../../support/reply-draft.ts'

const run = promisify(execFile)

/** The command as bash gets it when someone pastes it, with `JWT` set as the README tells. */
async function paste(command: string): Promise<void> {
  await run('bash', ['--norc', '-c', command], { env: { ...process.env, JWT: 'from.the.shell' } })
}

const AWKWARD_BODIES = [
  '@/etc/hostname',
  "It's 'quoted' and \"double\"",
  'line one\nline two\r\n\ttabbed',
  '$HOME \x24{HOME} $(id) `id` !! !1',
  'back\\slash \\n \\\\ \\',
  '👋🏽 שלום Nguyễn \u200f',
  ' leading and trailing ',
  "''''",
  '--request GET',
  '%s %d & | ; < > * ? [a] {b,c} ~ #',
]

describe('the command, pasted in bash', () => {
  it.each(AWKWARD_BODIES)('sends exactly %j', async (bodyText) => {
    const server = await capture((_, response) => response.end())
    await paste(
      curlCommand({ url: `${server.origin}/v1/messages`, bodyText, token: { kind: 'placeholder' } }),
    )
    expect(server.received[0]?.body.toString('utf8')).toBe(bodyText)
  })

  it('sends any text of a draft byte for byte', async () => {
    const server = await capture((_, response) => response.end())
    const awkward = fc.stringMatching(/^['"`$!@\\\n\r{}()[\]*?~#&|;<> a-z👋é\0]{0,40}$/u)
    await fc.assert(
      fc.asyncProperty(fc.oneof(awkward, fc.string({ unit: 'binary' })), async (text) => {
        const { path, bodyText } = buildRequest(replyDraft({ content: { type: 'text', text } }))
        const token = { kind: 'live', token: 'a.b.c' } as const
        await paste(curlCommand({ url: `${server.origin}${path}`, bodyText, token }))
        expect(server.received.at(-1)?.body).toEqual(Buffer.from(bodyText, 'utf8'))
      }),
      { numRuns: 40 },
    )
  })

  it('has the headers of the request, with the live token or the one of the shell', async () => {
    const server = await capture((_, response) => response.end())
    const url = `${server.origin}/v1/messages?a=[1]&b={x,y}`
    await paste(curlCommand({ url, bodyText: '{}', token: { kind: 'live', token: 'a.b.c' } }))
    await paste(curlCommand({ url, bodyText: '{}', token: { kind: 'placeholder' } }))
    expect(server.received.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer a.b.c',
      'Bearer from.the.shell',
    ])
    expect(server.received[0]).toMatchObject({
      method: 'POST',
      url: '/v1/messages?a=[1]&b={x,y}',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
    })
  })
})
