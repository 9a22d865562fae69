import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { profileNotFound } from '#electron/settings/profile-faults.ts'
import { capture, closedOrigin } from '../../support/local-server.ts'
import { applicationAt, changeAt, openPointing, POINT, TUNNEL } from '../../support/pointing.ts'
import { APPLICATION, startSimulator } from '../../support/simulator.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const BEFORE = {
  inbound: 'https://example.com/webhooks/inbound',
  status: 'https://example.com/webhooks/status',
}

describe('pointing an application here', () => {
  it('shows old and new, changes the two addresses, and brings the very same text back', async () => {
    const { url } = await startSimulator()
    const { pointing } = openPointing({ url })
    const { text: original } = await applicationAt(url)
    expect(await pointing.preview(POINT)).toEqual({
      applicationId: APPLICATION.id,
      applicationName: 'Simulator',
      changes: [
        { what: 'inbound', old: BEFORE.inbound, next: TUNNEL.inbound },
        { what: 'status', old: BEFORE.status, next: TUNNEL.status },
      ],
      ...TUNNEL,
    })
    const { journalId, isVerified } = await pointing.point(POINT)
    expect(isVerified).toBe(true)
    const { text: pointed, ...addresses } = await applicationAt(url)
    expect(addresses).toMatchObject(TUNNEL)
    expect(pointed).toBe(
      original.replace(BEFORE.inbound, TUNNEL.inbound).replace(BEFORE.status, TUNNEL.status),
    )
    const { state } = await pointing.restore(journalId ?? '')
    expect(state).toBe('restored')
    expect((await applicationAt(url)).text).toBe(original)
  })

  it('keeps what a parser would lose', async () => {
    const { url } = await startSimulator()
    await changeAt(url, (text) =>
      text.replace('"vbc":{}', '"vbc":{"id":12345678901234567890,"10":1.0,"9":1e5}'),
    )
    const { pointing } = openPointing({ url })
    await pointing.point({ ...POINT, version: 'v0.1' })
    const { text, version } = await applicationAt(url)
    expect(version).toBe('v0.1')
    expect(text).toContain('"vbc":{"id":12345678901234567890,"10":1.0,"9":1e5}')
    await pointing.dispose()
    expect(await applicationAt(url)).toMatchObject({ ...BEFORE, version: 'v1' })
  })

  it('makes the messages capability where there is none, and takes it away again', async () => {
    const { url } = await startSimulator()
    await changeAt(url, () => '{"name":"Bare","capabilities":{"messages":{}}}')
    const { text } = await applicationAt(url)
    const { pointing } = openPointing({ url })
    await pointing.point(POINT)
    expect(await applicationAt(url)).toMatchObject(TUNNEL)
    await pointing.dispose()
    expect((await applicationAt(url)).text).toBe(text)
  })

  it('writes the journal for this user only, without any secret, before it changes anything', async () => {
    const order: string[] = []
    const { url } = await startSimulator()
    const { text } = await applicationAt(url)
    const withPrivateKey = text.replace('"keys":{', '"keys":{"private_key":"-----BEGIN",')
    const dataFolder = tempFolder()
    const server = await capture(({ method }, response) => {
      if (method === 'PUT') order.push(journalFiles(dataFolder).length === 1 ? 'journal first' : 'no journal')
      response.writeHead(200, { 'content-type': 'application/json' }).end(withPrivateKey)
    })
    const { pointing, journalText } = openPointing({ url: server.origin, dataFolder })
    expect(await pointing.point(POINT)).toMatchObject({ isVerified: false })
    expect(order).toEqual(['journal first'])
    const [file = ''] = journalFiles(dataFolder)
    expect(statSync(join(dataFolder, 'address-journal', file)).mode & 0o777).toBe(0o600)
    expect(journalText()).toContain(BEFORE.inbound)
    expect(journalText()).not.toMatch(/an-api-secret|private_key|BEGIN"|Basic/)
  })

  it('points again from an old address of its own, and still goes back to the first', async () => {
    const { url } = await startSimulator()
    let address = TUNNEL
    const { pointing } = openPointing({ url, publicWebhookUrls: () => address })
    await pointing.point({ ...POINT, version: 'v0.1' })
    address = { inbound: 'https://second.example/in', status: 'https://second.example/st' }
    await pointing.point(POINT)
    expect(pointing.views()).toHaveLength(1)
    expect(pointing.views()[0]?.changes).toMatchObject([
      { what: 'inbound', old: BEFORE.inbound, next: address.inbound },
      { what: 'status', old: BEFORE.status, next: address.status },
      { what: 'version', old: 'v1', next: 'v0.1' },
    ])
    expect(await pointing.point(POINT)).toEqual({ journalId: pointing.views()[0]?.id, isVerified: true })
    await pointing.dispose()
    expect(await applicationAt(url)).toMatchObject({ ...BEFORE, version: 'v1' })
  })

  it('goes below a public URL that was entered, and never sends Vonage to this computer itself', async () => {
    const { url } = await startSimulator()
    const { pointing } = openPointing({ url, publicWebhookUrls: () => null })
    await expect(pointing.preview(POINT)).rejects.toMatchObject({
      explanation: { code: 'NO_PUBLIC_ADDRESS' },
    })
    const preview = await pointing.preview({ ...POINT, publicUrl: 'https://me.example/base/?x=1' })
    expect(preview.inbound).toBe('https://me.example/base/webhooks/inbound-message')
  })

  it('leaves no trace of what was refused', async () => {
    const { url } = await startSimulator()
    const { text } = await applicationAt(url)
    const server = await capture(({ method }, response) => {
      const refusal = {
        title: 'Bad Request',
        detail: 'an-api-secret',
        invalid_parameters: [{ name: 'capabilities.messages.webhooks.inbound_url', reason: 'must be https' }],
      }
      response
        .writeHead(method === 'PUT' ? 400 : 200, { 'content-type': 'application/json' })
        .end(method === 'PUT' ? JSON.stringify(refusal) : text)
    })
    const { pointing, dataFolder } = openPointing({ url: server.origin })
    const error = await pointing.point(POINT).catch((reason: unknown) => reason)
    expect(error).toMatchObject({
      explanation: { code: 'HTTP_REFUSED', why: expect.stringContaining('inbound_url must be https') },
    })
    expect(JSON.stringify(error)).not.toContain('an-api-secret')
    expect(pointing.views()).toEqual([])
    expect(journalFiles(dataFolder)).toEqual([])
  })

  it('keeps the journal when the answer never came, because the change may have arrived', async () => {
    const { url } = await startSimulator()
    const { text } = await applicationAt(url)
    let isDown = false
    const server = await capture(({ method }, response) => {
      isDown ||= method === 'PUT'
      if (isDown) response.destroy()
      else response.writeHead(200).end(text)
    })
    const { pointing } = openPointing({ url: server.origin })
    await expect(pointing.point(POINT)).rejects.toMatchObject({
      explanation: { code: 'NETWORK_BROKEN', why: expect.stringContaining('not known whether') },
    })
    expect(pointing.views()).toMatchObject([{ state: 'open' }])
  })

  it.each([
    ['wrong', 'HTTP_REFUSED'],
    [null, 'API_SECRET_MISSING'],
  ])('explains the API secret %s', async (apiSecret, code) => {
    const { url } = await startSimulator()
    const { pointing, dataFolder } = openPointing({ url, apiSecret })
    for (const call of [pointing.preview, pointing.point]) {
      await expect(call(POINT)).rejects.toMatchObject({ explanation: { code } })
    }
    expect(journalFiles(dataFolder)).toEqual([])
  })
})

describe('putting back', () => {
  it('leaves alone what somebody else has changed, and says what it was', async () => {
    const { url } = await startSimulator()
    const { pointing } = openPointing({ url })
    const { journalId } = await pointing.point(POINT)
    await changeAt(url, (text) => text.replace(TUNNEL.status, 'https://colleague.example/st'))
    const view = await pointing.restore(journalId ?? '')
    expect(view.state).toBe('left-alone')
    expect(view.explanation).toMatchObject({
      code: 'ADDRESSES_LEFT_ALONE',
      why: expect.stringContaining('https://colleague.example/st'),
      fix: expect.stringContaining(BEFORE.status),
    })
    expect(await applicationAt(url)).toMatchObject({
      inbound: BEFORE.inbound,
      status: 'https://colleague.example/st',
    })
  })

  it('keeps the journal while the API is down, and tries again at the next start', async () => {
    const { url, simulator } = await startSimulator()
    const { pointing, dataFolder } = openPointing({ url })
    await pointing.point(POINT)
    const pointed = (await applicationAt(url)).text
    await simulator.dispose()
    await pointing.dispose()
    expect(pointing.views()).toMatchObject([
      { state: 'failed', explanation: { code: 'ADDRESSES_NOT_RESTORED' } },
    ])

    const port = Number(new URL(url).port)
    const again = await startSimulator({ wantedPort: port })
    await changeAt(again.url, () => pointed)
    const next = openPointing({ url, dataFolder })
    await next.pointing.restoreLeft()
    expect(await applicationAt(url)).toMatchObject(BEFORE)
    expect(next.notices).toMatchObject([{ code: 'ADDRESSES_RESTORED' }])
    expect(next.pointing.views()).toMatchObject([{ state: 'restored', explanation: null }])
  })

  it('gives up on an API that never answers, and keeps the journal', async () => {
    const { url } = await startSimulator()
    const { text } = await applicationAt(url)
    const asked: string[] = []
    const server = await capture(({ method }, response) => {
      asked.push(method)
      const isPointed = asked.includes('PUT')
      const now = text.replace(BEFORE.inbound, TUNNEL.inbound).replace(BEFORE.status, TUNNEL.status)
      if (asked.length <= 3) response.writeHead(200).end(isPointed ? now : text)
    })
    const { pointing } = openPointing({ url: server.origin })
    await pointing.point(POINT)
    await pointing.dispose()
    expect(asked).toEqual(['GET', 'PUT', 'GET', 'GET'])
    expect(pointing.views()).toMatchObject([{ state: 'failed' }])
  })

  it('goes with the tunnel that the address leads through', async () => {
    const { url } = await startSimulator()
    const { pointing } = openPointing({ url })
    await pointing.point(POINT)
    await pointing.restoreThrough('https://other.example')
    expect(await applicationAt(url)).toMatchObject(TUNNEL)
    await pointing.restoreThrough(new URL(TUNNEL.inbound).origin)
    expect(await applicationAt(url)).toMatchObject(BEFORE)
  })

  it('says when the profile that could do it is gone', async () => {
    const { url } = await startSimulator()
    const { pointing, dataFolder } = openPointing({ url })
    await pointing.point(POINT)
    const findProfile = () => {
      throw profileNotFound('shop')
    }
    const next = openPointing({ url, dataFolder, findProfile })
    await next.pointing.restoreLeft()
    expect(next.notices).toMatchObject([
      { code: 'ADDRESSES_NOT_RESTORED', why: expect.stringContaining('Shop is not there any more') },
    ])
    expect(await applicationAt(url)).toMatchObject(TUNNEL)
  })

  it('does not take a change for done that never arrived', async () => {
    const { url } = await startSimulator()
    const { text } = await applicationAt(url)
    const { pointing } = openPointing({ url })
    const { journalId } = await pointing.point(POINT)
    await changeAt(url, () => text)
    expect(await pointing.restore(journalId ?? '')).toMatchObject({ state: 'restored' })
  })

  it('leaves an application pointed here when told to', async () => {
    const { url } = await startSimulator()
    const { pointing, dataFolder } = openPointing({ url })
    const { journalId } = await pointing.point(POINT)
    expect(await pointing.leave(journalId ?? '')).toMatchObject({ state: 'left-alone', explanation: null })
    await pointing.dispose()
    await openPointing({ url, dataFolder }).pointing.restoreLeft()
    expect(await applicationAt(url)).toMatchObject(TUNNEL)
  })

  it('says that a journal cannot be read, and keeps it', async () => {
    const dataFolder = tempFolder()
    mkdirSync(join(dataFolder, 'address-journal'))
    writeFileSync(join(dataFolder, 'address-journal', 'torn.json'), '{"schema')
    const { pointing, notices } = openPointing({ url: await closedOrigin(), dataFolder })
    await pointing.restoreLeft()
    expect(notices).toMatchObject([{ code: 'JOURNAL_UNREADABLE', why: expect.stringContaining('torn.json') }])
    expect(journalFiles(dataFolder)).toEqual(['torn.json'])
  })
})

function journalFiles(dataFolder: string): readonly string[] {
  const folder = join(dataFolder, 'address-journal')
  return existsSync(folder) ? readdirSync(folder) : []
}
