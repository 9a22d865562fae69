import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import { everything } from '#shared/search/filter-text.ts'
import { inboundBody, openForwarding, targetInput } from '../../support/forwarding.ts'
import { capture, closedOrigin, serve } from '../../support/local-server.ts'
import { rawConnection } from '../../support/raw-http.ts'
import { until } from '../../support/turn.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const ok = () => capture((_received, response) => response.end('fine'))

describe('a callback that is passed on', () => {
  it('arrives with the very bytes and end-to-end headers that were captured', async () => {
    let raw: readonly string[] = []
    const bodies: Buffer[] = []
    const origin = await serve(async (request, response) => {
      raw = request.rawHeaders
      bodies.push(Buffer.concat(await request.toArray()))
      response.end()
    })
    const { port, deliveries } = await openForwarding(origin)
    const body = Buffer.concat([Buffer.from('{\r\n "text" :"\\u00fc\\/ 👋"}'), Buffer.of(0xff, 0x00)])
    const sender = await rawConnection(port)
    sender.send(
      `POST /webhooks/inbound-message HTTP/1.1\r\nHost: x\r\nX-Twice: 1\r\nauthorization: Bearer a\r\nx-twice: 2\r\nConnection: close, X-Hop\r\nX-Hop: 1\r\nContent-Length: ${body.length}\r\n\r\n`,
    )
    sender.send(body)
    await sender.received('200 OK')
    const [delivery] = await deliveries(1)
    expect(bodies.map(sha256)).toEqual([sha256(body)])
    expect(raw).toEqual([
      ...['host', new URL(origin).host, 'connection', 'close'],
      ...['X-Twice', '1', 'authorization', 'Bearer a', 'x-twice', '2', 'content-length', String(body.length)],
    ])
    expect(delivery).toMatchObject({ origin: 'forward', targetName: 'My server', runId: null })
  })

  it('goes to the path of its webhook, and leaves the answer in its row', async () => {
    const target = await ok()
    const workbench = await openForwarding(target.origin)
    await workbench.post(inboundBody('m1'))
    const status = JSON.stringify({ message_uuid: 'm2', status: 'read', to: '1', from: '2' })
    await fetch(workbench.urls.status, { method: 'POST', body: status })
    const deliveries = await workbench.deliveries(2)
    expect(target.received.map(({ url }) => url).toSorted()).toEqual([
      '/webhooks/inbound-message',
      '/webhooks/message-status',
    ])
    expect(deliveries.map(({ outcome }) => outcome)).toMatchObject([
      { kind: 'answered', httpStatus: 200, body: { text: 'fine' } },
      { kind: 'answered', httpStatus: 200 },
    ])
    expect((await workbench.rows()).map(({ passedOn }) => passedOn)).toEqual([
      { kind: 'answered', httpStatus: 200 },
      { kind: 'answered', httpStatus: 200 },
    ])
    await until(async () => (await workbench.state()).forward.forwarded === 2)
  })

  it('needs no leave when its signature is valid', async () => {
    const target = await ok()
    const { client, deliveries } = await openForwarding(target.origin, { isUnverifiedAllowed: false })
    await client.simulateInbound({
      psid: null,
      message: { type: 'text', text: 'hi' },
      version: null,
      fault: null,
    })
    expect(await deliveries(1)).toMatchObject([{ outcome: { kind: 'answered' } }])
  })

  it('is every delivery of an event, in order of arrival, and nothing that is no callback', async () => {
    const target = await ok()
    const workbench = await openForwarding(target.origin)
    await fetch(new URL('/elsewhere', workbench.urls.inbound), { method: 'POST', body: '{}' })
    await fetch(workbench.urls.inbound)
    for (const id of ['m1', 'm1', 'm2']) await workbench.post(inboundBody(id))
    await workbench.deliveries(3)
    expect(target.received.map(({ body }) => JSON.parse(body.toString()).message_uuid)).toEqual([
      'm1',
      'm1',
      'm2',
    ])
  })

  it('is answered 200 whatever the target does', async () => {
    const { post, deliveries, state } = await openForwarding(await closedOrigin())
    expect((await post(inboundBody('m1'))).status).toBe(200)
    expect(await deliveries(1)).toMatchObject([
      { outcome: { kind: 'failed', error: { code: 'NETWORK_REFUSED' } } },
    ])
    await until(async () => (await state()).forward.failed === 1)
  })

  it('counts as refused when the target answers anything but 2xx', async () => {
    const target = await capture(({ url }, response) =>
      response.writeHead(url?.endsWith('message-status') ? 404 : 204).end(),
    )
    const workbench = await openForwarding(target.origin)
    await workbench.post(inboundBody('m1'))
    await fetch(workbench.urls.status, { method: 'POST', body: JSON.stringify({ message_uuid: 'm2' }) })
    await workbench.deliveries(2)
    await until(async () => (await workbench.state()).forward.refused === 1)
    expect((await workbench.state()).forward).toMatchObject({
      ...{ forwarded: 1, refused: 1, failed: 0 },
      recent: { count: 2, refused: 1, failed: 0, refusedWith: 404 },
    })
  })

  it('is passed on after a response rule has answered, too', async () => {
    const target = await ok()
    const { client, post } = await openForwarding(target.origin, { mode: 'mirror' })
    await client.addResponseRule({
      match: { kind: null, psid: '', messageUuid: '' },
      action: { kind: 'answer', httpStatus: 503 },
      delayMs: 0,
      remaining: null,
    })
    expect((await post(inboundBody('m1'))).status).toBe(503)
    await target.until(1)
  })
})

describe('a callback that is not passed on', () => {
  it('leaves no trace where the filter does not want it', async () => {
    const target = await ok()
    const { post, deliveries, rows, client } = await openForwarding(target.origin, {
      filter: 'wanted',
    })
    await post(inboundBody('m1', 'other'))
    await post(inboundBody('m2', 'wanted'))
    await deliveries(1)
    expect(target.received).toHaveLength(1)
    const [, left] = await rows()
    expect(left?.passedOn).toBeNull()
    expect((await client.targetDeliveries({ callbackSeq: left?.seq ?? 0 })).deliveries).toEqual([])
  })

  it('is held back, and says why, when it is not signed or its signature is wrong', async () => {
    const target = await ok()
    const { post, deliveries, rows } = await openForwarding(target.origin, { isUnverifiedAllowed: false })
    await post(inboundBody('m1'))
    await post(inboundBody('m2'), { authorization: 'Bearer nonsense' })
    expect(await deliveries(2)).toMatchObject([
      { outcome: { kind: 'held-back', reason: expect.stringContaining('not signed') } },
      { outcome: { kind: 'held-back', reason: expect.stringContaining('Forwarding') } },
    ])
    expect(target.received).toEqual([])
    expect((await rows())[0]?.passedOn).toEqual({ kind: 'held-back', httpStatus: null })
  })

  it('is held back where it would come in again', async () => {
    const { client, port, deliveries, settings } = await openForwarding((await ok()).origin)
    const here = targetInput(`http://localhost:${port}`)
    await expect(client.saveTarget(here)).rejects.toMatchObject({ explanation: { code: 'TARGET_IS_HERE' } })
    const free = Number(new URL(await closedOrigin()).port)
    await client.saveTarget({ ...targetInput(`http://localhost:${free}`), id: settings.targetId })
    await client.setListenerPort({ port: free })
    await fetch(`http://127.0.0.1:${free}/webhooks/inbound-message`, {
      method: 'POST',
      body: inboundBody('m1'),
    })
    expect(await deliveries(1)).toMatchObject([
      { outcome: { kind: 'held-back', reason: expect.stringContaining('this app itself') } },
    ])
  })
})

describe('a target that hangs', () => {
  it('loses nothing of a burst: all are answered and captured, the queue is bounded, the rest is held back', async () => {
    const origin = await serve(() => undefined)
    const workbench = await openForwarding(origin)
    let next = 0
    const statuses = new Map<number, number>()
    const send = async () => {
      while (next < 3_000) {
        next += 1
        const { status } = await workbench.post(inboundBody(`m${next}`))
        statuses.set(status, (statuses.get(status) ?? 0) + 1)
      }
    }
    await Promise.all(Array.from({ length: 64 }, send))
    expect(Object.fromEntries(statuses)).toEqual({ 200: 3_000 })
    await until(async () => (await workbench.state()).forward.heldBack === 1_984)
    expect((await workbench.state()).forward).toMatchObject({ waiting: 1_000, underWay: 16, forwarded: 0 })
    const { total } = await workbench.client.countCallbacks({ filter: everything })
    expect(total).toBe(3_000)
    await workbench.client.saveForwardSettings({ ...workbench.settings, isOn: false })
    expect((await workbench.state()).forward).toMatchObject({ waiting: 0, heldBack: 2_984 })
    await workbench.close()
  }, 60_000)

  it('drops what waits when another profile comes into use, and is off when it is deleted', async () => {
    const hanging = await capture(() => undefined)
    const { client, post, state, rows, settings } = await openForwarding(hanging.origin)
    for (let index = 0; index < 18; index += 1) await post(inboundBody(`m${index}`))
    await hanging.until(16)
    await until(async () => (await state()).forward.waiting === 2)
    const copy = await client.duplicateProfile({ id: (await state()).activeProfileId })
    await client.activateProfile({ id: copy.id })
    await until(
      async () => (await rows()).filter(({ passedOn }) => passedOn?.kind === 'held-back').length === 2,
    )
    expect((await state()).forward.settings).toMatchObject({ isOn: false })
    await client.activateProfile({ id: 'simulator' })
    expect((await state()).forward.settings).toEqual(settings)
    await client.deleteTarget({ id: settings.targetId })
    expect((await state()).forward.settings).toMatchObject({ isOn: false, targetId: 'usual:simulator' })
    expect((await state()).targets).toMatchObject([
      { id: 'usual:simulator', baseUrl: 'http://localhost:3000' },
    ])
  })

  it('is sent nothing of what waits that settings of now would hold back or leave out', async () => {
    const held: ServerResponse[] = []
    const hanging = await capture((_received, response) => held.push(response))
    const { client, post, state, rows, settings } = await openForwarding(hanging.origin)
    for (let index = 0; index < 16; index += 1) await post(inboundBody(`m${index}`, 'wanted'))
    await hanging.until(16)
    await post(inboundBody('waits', 'wanted'))
    await post(inboundBody('m-last', 'other'))
    await until(async () => (await state()).forward.waiting === 2)
    const filter = { ...everything, text: 'wanted' }
    await client.saveForwardSettings({ ...settings, filter, isUnverifiedAllowed: false })
    for (const response of held) response.end()
    await until(async () => (await state()).forward.forwarded === 16)
    await until(async () => (await state()).forward.heldBack === 1)
    expect(hanging.received).toHaveLength(16)
    expect((await rows()).slice(0, 2).map(({ passedOn }) => passedOn?.kind)).toEqual([undefined, 'held-back'])
  })

  it('loses what waits to the corrected target, at once', async () => {
    const held: ServerResponse[] = []
    const hanging = await capture((_received, response) => held.push(response))
    const right = await ok()
    const { client, post, state, settings } = await openForwarding(hanging.origin)
    for (let index = 0; index < 18; index += 1) await post(inboundBody(`m${index}`))
    await hanging.until(16)
    await until(async () => (await state()).forward.waiting === 2)
    await client.saveTarget({ ...targetInput(right.origin), id: settings.targetId })
    for (const response of held) response.end()
    await right.until(2)
    await until(async () => (await state()).forward.forwarded === 18)
    expect(hanging.received).toHaveLength(16)
  })
})

describe('a target that answers 100 MB each time', () => {
  it('is read no further than what is kept', async () => {
    const chunk = Buffer.alloc(64 * 1024, 'a')
    let sentBytes = 0
    const origin = await serve((_request, response) => {
      const send = () => {
        for (let left = 1_600; left > 0 && !response.destroyed; left -= 1) {
          sentBytes += chunk.length
          if (!response.write(chunk)) return void response.once('drain', send)
        }
        response.end()
      }
      send()
    })
    const { post, deliveries } = await openForwarding(origin)
    const before = process.memoryUsage()
    await Promise.all(Array.from({ length: 50 }, (_, index) => post(inboundBody(`m${index}`))))
    const found = await deliveries(50)
    for (const { outcome } of found) {
      expect(outcome).toMatchObject({ kind: 'answered', isBodyCut: true, body: { sizeBytes: 65_536 } })
    }
    expect(sentBytes).toBeLessThan(50 * 20_000_000)
    expect(process.memoryUsage().arrayBuffers - before.arrayBuffers).toBeLessThan(100_000_000)
  })
})
