import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { inboundBody, openForwarding } from '../../support/forwarding.ts'
import { capture, closedOrigin, serve, serveTcp } from '../../support/local-server.ts'
import { rawConnection } from '../../support/raw-http.ts'
import { until } from '../../support/turn.ts'

const mirror = { mode: 'mirror' } as const

describe('in mirror mode', () => {
  it('the sender gets the target’s status, content type and body, once', async () => {
    const target = await capture((_received, response) =>
      response.writeHead(422, { 'content-type': 'application/problem+json', 'x-own': '1' }).end('{"no":"ü"}'),
    )
    const { post, deliveries, rows } = await openForwarding(target.origin, mirror)
    const answer = await post(inboundBody('m1'))
    expect(answer.status).toBe(422)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(answer.headers.get('x-own')).toBeNull()
    expect(await answer.text()).toBe('{"no":"ü"}')
    const [delivery] = await deliveries(1)
    expect(delivery).toMatchObject({ origin: 'mirror', outcome: { kind: 'answered', httpStatus: 422 } })
    expect(target.received).toHaveLength(1)
    await until(async () => (await rows())[0]?.answer !== null)
    expect((await rows())[0]).toMatchObject({ answer: { httpStatus: 422 }, passedOn: { httpStatus: 422 } })
  })

  it('the sender can read a compressed answer', async () => {
    const target = await capture((_received, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('taken')),
    )
    const { post } = await openForwarding(target.origin, mirror)
    expect(await (await post(inboundBody('m1'))).text()).toBe('taken')
  })

  it.each([204, 304, 500, 302])('passes on a status that is special to HTTP: %i', async (httpStatus) => {
    const origin = await serve((_request, response) =>
      response.writeHead(httpStatus, { location: '/x' }).end(),
    )
    const { port } = await openForwarding(origin, mirror)
    const sender = await rawConnection(port)
    sender.send(
      'POST /webhooks/inbound-message HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}',
    )
    expect(await sender.closed).toMatch(new RegExp(`^HTTP/1.1 ${httpStatus} `))
  })

  it('no answer is 502, recorded as the answer', async () => {
    const { post, rows, deliveries } = await openForwarding(await closedOrigin(), mirror)
    expect((await post(inboundBody('m1'))).status).toBe(502)
    await deliveries(1)
    await until(async () => (await rows())[0]?.answer !== null)
    expect((await rows())[0]).toMatchObject({
      answer: { httpStatus: 502 },
      passedOn: { kind: 'failed', httpStatus: null },
    })
  })

  it('a target that closes early is 502', async () => {
    const { post } = await openForwarding(await serveTcp((socket) => socket.destroy()), mirror)
    expect((await post(inboundBody('m1'))).status).toBe(502)
  })

  it('a huge answer is cut to what is kept', async () => {
    const origin = await serve((_request, response) => {
      const send = () => {
        while (!response.destroyed)
          if (!response.write(Buffer.alloc(65_536, 'a'))) return void response.once('drain', send)
      }
      send()
    })
    const { post, deliveries } = await openForwarding(origin, mirror)
    const answer = await post(inboundBody('m1'))
    expect((await answer.arrayBuffer()).byteLength).toBe(65_536)
    expect(await deliveries(1)).toMatchObject([{ outcome: { isBodyCut: true } }])
  })

  it('what is held back or not wanted is answered as without forwarding', async () => {
    const target = await capture((_received, response) => response.writeHead(500).end())
    const unsigned = await openForwarding(target.origin, { ...mirror, isUnverifiedAllowed: false })
    expect((await unsigned.post(inboundBody('m1'))).status).toBe(200)
    expect(await unsigned.deliveries(1)).toMatchObject([{ origin: 'mirror', outcome: { kind: 'held-back' } }])
    const unwanted = await openForwarding(target.origin, {
      ...mirror,
      filter: 'kind:status',
    })
    expect((await unwanted.post(inboundBody('m1'))).status).toBe(200)
    expect(target.received).toEqual([])
  })

  it('a sender that gives up leaves the target’s answer on record', async () => {
    let answer: () => void = () => undefined
    const target = await capture((_received, response) => {
      answer = () => response.writeHead(201).end()
    })
    const { port, deliveries, rows } = await openForwarding(target.origin, mirror)
    const sender = await rawConnection(port)
    sender.send('POST /webhooks/inbound-message HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}')
    await target.until(1)
    sender.destroy()
    answer()
    expect(await deliveries(1)).toMatchObject([{ outcome: { httpStatus: 201 } }])
    expect(await rows()).toHaveLength(1)
  })

  it('closing the app ends what is under way', async () => {
    const target = await capture(() => undefined)
    const { post, close } = await openForwarding(target.origin, mirror)
    const answer = post(inboundBody('m1')).then(
      () => 'answered',
      () => 'cut off',
    )
    await target.until(1)
    await close()
    expect(await answer).toBe('cut off')
  })
})
