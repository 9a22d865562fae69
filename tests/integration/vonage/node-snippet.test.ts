import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'
import { buildRequest } from '#shared/messenger/build-request.ts'
import { nodeSnippet, nodeSnippetFault } from '#shared/messenger/node-snippet.ts'
import type { ReplyDraft } from '#shared/reply.ts'
import { capture } from '../../support/local-server.ts'
import { PAGE_ID, replyDraft } from '../../support/reply-draft.ts'
import { APPLICATION, bearer, KEYS, startSimulator } from '../../support/simulator.ts'

const run = promisify(execFile)
const TESTS = resolve(import.meta.dirname, '..')

/** Runs a script as a person would: saved as send.mjs in a folder that finds the packages. */
async function runScript(script: string, environment: Readonly<Record<string, string>> = {}) {
  const folder = await mkdtemp(join(TESTS, '.node-snippet-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const file = join(folder, 'send.mjs')
  await writeFile(file, script)
  return run(process.execPath, [file], { env: { ...process.env, ...environment }, timeout: 30_000 })
}

async function liveToken() {
  return { kind: 'live', token: (await bearer()).slice('Bearer '.length) } as const
}

const AWKWARD = 'It\'s "5" o\'clock\n\t`\x24{process.exit(1)}` \\ \x24{x} 👋🏽 \u2028 */ //'
const media = (type: 'image' | 'audio' | 'video' | 'file', name: string): Partial<ReplyDraft> => ({
  content: { type, url: `https://example.com/${name}` },
})

describe('the Node script, run', () => {
  it.each<[string, Partial<ReplyDraft>]>([
    ['an awkward text', { content: { type: 'text', text: AWKWARD } }],
    [
      'every option',
      {
        category: 'message_tag',
        tag: 'ACCOUNT_UPDATE',
        clientRef: "o'1",
        webhookUrl: 'https://example.com/s',
        webhookVersion: 'v0.1',
      },
    ],
    ['an image', media('image', 'a.jpg')],
    ['an audio', media('audio', 'a.mp3')],
    ['a video', media('video', 'a.mp4')],
    ['a file', media('file', 'a.pdf')],
    [
      'a template',
      { content: { type: 'custom', custom: { text: 'Pick', quick_replies: [{ content_type: 'text' }] } } },
    ],
  ])(
    'sends %s with a live token',
    async (_name, fields) => {
      const server = await capture((_, response) =>
        response.writeHead(202, { 'content-type': 'application/json' }).end('{"message_uuid":"m-1"}'),
      )
      const draft = replyDraft(fields)
      const token = await liveToken()
      const script = nodeSnippet({ draft, apiHost: `${server.origin}/`, applicationId: 'a', token })
      expect((await runScript(script)).stdout.trim()).toBe('m-1')
      expect(server.received[0]).toMatchObject({
        url: '/v1/messages',
        headers: { authorization: `Bearer ${token.token}` },
      })
      expect(JSON.parse(server.received[0]?.body.toString('utf8') ?? '')).toEqual(buildRequest(draft).body)
    },
    60_000,
  )

  it('is accepted by the simulator, with a token the SDK makes from the key', async () => {
    const simulator = await startSimulator()
    const { url, people } = simulator.running()
    const script = nodeSnippet({
      draft: replyDraft({
        from: PAGE_ID,
        to: people[0]?.psid ?? '',
        content: { type: 'text', text: AWKWARD },
      }),
      apiHost: url,
      applicationId: APPLICATION.id,
      token: { kind: 'placeholder' },
    })
    const { stdout } = await runScript(script, { VONAGE_PRIVATE_KEY: KEYS.pkcs8 })
    expect(stdout.trim()).toMatch(/^[0-9a-f-]{36}$/)
  }, 60_000)

  it('says what the answer said when it is refused', async () => {
    const { url } = await startSimulator()
    const script = nodeSnippet({
      draft: replyDraft({ from: '999' }),
      apiHost: url,
      applicationId: APPLICATION.id,
      token: await liveToken(),
    })
    await expect(runScript(script)).rejects.toMatchObject({
      stderr: expect.stringContaining('Invalid sender'),
    })
  }, 60_000)
})

it('there is none for v0.1 and for a body edited by hand', () => {
  expect(nodeSnippetFault(replyDraft())).toBeNull()
  expect(nodeSnippetFault(replyDraft({ version: 'v0.1' }))).toMatch(/v1 requests only/)
  expect(nodeSnippetFault(replyDraft({ bodyText: '{}' }))).toMatch(/edited JSON/)
})
