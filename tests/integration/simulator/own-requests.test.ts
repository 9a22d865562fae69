import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'
import { SEEDED_PEOPLE } from '#electron/simulator/people.ts'
import { createMessagesClient } from '#electron/vonage/messages-client.ts'
import type { ApiVersion } from '#shared/callback.ts'
import { buildRequest } from '#shared/messenger/build-request.ts'
import { curlCommand } from '#shared/messenger/curl.ts'
import type { ReplyContent } from '#shared/reply.ts'
import { replyDraft } from '../../support/reply-draft.ts'
import { bearer, startSimulator } from '../../support/simulator.ts'

const VERSIONS: readonly ApiVersion[] = ['v1', 'v0.1']
const CONTENTS: readonly ReplyContent[] = [
  { type: 'text', text: 'Hello' },
  { type: 'image', url: 'https://example.com/image.jpg' },
  { type: 'audio', url: 'https://example.com/audio.mp3' },
  { type: 'video', url: 'https://example.com/video.mp4' },
  { type: 'file', url: 'https://example.com/file.pdf' },
  { type: 'custom', custom: { text: 'Pick one', quick_replies: [] } },
]
const [{ psid: to }] = SEEDED_PEOPLE

function messagesClient() {
  const client = createMessagesClient({ nowMs: () => Date.now() })
  onTestFinished(() => client.dispose())
  return client
}

describe.each(VERSIONS)('a %s message built here', (version) => {
  it.each(CONTENTS.map((content) => [content.type, content] as const))(
    'of type %s is accepted',
    async (_, content) => {
      const { url } = await startSimulator()
      const { path, bodyText } = buildRequest(replyDraft({ version, to, content, category: 'response' }))
      const authorization = await bearer()
      const outcome = await messagesClient().send({ url: `${url}${path}`, authorization, bodyText })
      expect(outcome).toMatchObject({ kind: 'accepted', httpStatus: 202 })
    },
  )

  it('without recipient is refused with an explanation', async () => {
    const { url } = await startSimulator()
    const { path, bodyText } = buildRequest(replyDraft({ version, to: '' }))
    const authorization = await bearer()
    const outcome = await messagesClient().send({ url: `${url}${path}`, authorization, bodyText })
    const name = version === 'v1' ? 'to' : 'to.id'
    expect(outcome).toMatchObject({
      kind: 'refused',
      problem: { invalidParameters: [{ name, reason: 'is required.' }] },
      explanation: { fix: expect.stringContaining(`${name} (is required.)`) },
    })
  })

  it('is sent by its curl command', async () => {
    const { url } = await startSimulator()
    const { path, bodyText } = buildRequest(replyDraft({ version, to }))
    const token = (await bearer()).replace('Bearer ', '')
    const command = curlCommand({ url: `${url}${path}`, bodyText, token: { kind: 'live', token } })
    const { stdout } = await promisify(execFile)('bash', ['--norc', '-c', command])
    expect(JSON.parse(stdout)).toEqual({ message_uuid: expect.any(String) })
  })
})
