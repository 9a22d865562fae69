import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { type ReplyCopyForm, ReplyDraft } from '#shared/reply.ts'
import { rsaPair } from '../../support/keys.ts'
import { capture } from '../../support/local-server.ts'
import { openWorkbench } from '../../support/open-workbench.ts'
import { profileInput, set } from '../../support/profile-input.ts'
import { replyDraft } from '../../support/reply-draft.ts'

/** Spacing, a member twice and an escape: all of them lost if anything parsed and wrote it again. */
const BY_HAND = '{ "to" : "1",\n  "to":"2", "text":"caf\\u00e9 é 👋", "n": 1.0 }\n'

/** A workbench whose profile sends to a server that accepts everything. */
async function openWithServer() {
  const server = await capture((_, response) =>
    response.writeHead(202, { 'content-type': 'application/json' }).end('{"message_uuid":"m-1"}'),
  )
  const workbench = await openWorkbench()
  const { id } = await workbench.client.saveProfile(
    profileInput({
      baseUrl: { kind: 'custom', url: server.origin },
      secrets: { privateKey: set(rsaPair().pkcs8) },
    }),
  )
  await workbench.client.activateProfile({ id })
  return { ...workbench, received: server.received }
}

describe('a body edited by hand', () => {
  it('is sent, kept and sent again byte for byte', async () => {
    const { client, received } = await openWithServer()
    const draft = replyDraft({ bodyText: BY_HAND })
    const reply = await client.sendReply({ draft })
    expect(reply).toMatchObject({ requestBody: BY_HAND, draft: { bodyText: BY_HAND } })
    const [kept] = (await client.replies({ limit: 1 })).replies
    if (kept === undefined) throw new Error('the reply was not kept')
    await client.sendReply({ draft: kept.draft })
    expect(received.map(({ body }) => body.toString('utf8'))).toEqual([BY_HAND, BY_HAND])
    expect(received[0]?.url).toBe('/v1/messages')
  })

  it('is what the copied command sends', async () => {
    const { client, received } = await openWithServer()
    const draft = replyDraft({ version: 'v0.1', bodyText: BY_HAND })
    const { text } = await client.copyReply({ draft, as: 'bash', token: 'live' })
    await promisify(execFile)('bash', ['--norc', '-c', text])
    expect(received[0]).toMatchObject({ url: '/v0.1/messages' })
    expect(received[0]?.body.toString('utf8')).toBe(BY_HAND)
  })
})

it('a reply that was kept before bodies could be edited is read as one of the form', () => {
  const { bodyText: _, ...before } = replyDraft()
  expect(ReplyDraft.parse(before)).toEqual(replyDraft())
})

describe('a copy', () => {
  it.each<[ReplyCopyForm, string]>([
    ['bash', '$JWT'],
    ['powershell', '$env:JWT'],
    ['cmd', '%JWT%'],
    ['node', 'process.env.VONAGE_PRIVATE_KEY'],
  ])('for %s holds no token unless it is asked for, and then says until when', async (as, placeholder) => {
    const { client } = await openWithServer()
    const draft = replyDraft()
    const plain = await client.copyReply({ draft, as, token: 'placeholder' })
    expect(plain).toMatchObject({ tokenExpiresAtMs: null, caution: null })
    expect(plain.text).toContain(placeholder)
    expect(plain.text).not.toMatch(/eyJ/)
    const live = await client.copyReply({ draft, as, token: 'live' })
    expect(live.text).toMatch(/Bearer eyJ[\w-]+\.[\w-]+\.[\w-]+/)
    const leftMs = (live.tokenExpiresAtMs ?? 0) - Date.now()
    expect(leftMs).toBeGreaterThan(0)
    expect(leftMs).toBeLessThanOrEqual(900_000)
  })

  it.each<[ReplyCopyForm, Parameters<typeof replyDraft>[0], RegExp]>([
    ['node', { version: 'v0.1' }, /v1 requests only/],
    ['node', { bodyText: '{}' }, /edited JSON/],
    ['cmd', { bodyText: '{"a":' }, /JSON only/],
  ])('for %s of what it cannot carry is refused with the reason', async (as, fields, why) => {
    const { client } = await openWithServer()
    const copying = client.copyReply({ draft: replyDraft(fields), as, token: 'placeholder' })
    await expect(copying).rejects.toMatchObject({
      explanation: { code: 'BAD_INPUT', why: expect.stringMatching(why) },
    })
  })
})
