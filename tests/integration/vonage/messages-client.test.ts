import { createServer as createHttpServer, request as httpRequest } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { connect } from 'node:net'
import type { Duplex } from 'node:stream'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createMessagesClient } from '#electron/vonage/messages-client.ts'
import { fixtureBytes } from '../../support/fixtures.ts'
import { capture, closedOrigin, listening, serve, serveTcp } from '../../support/local-server.ts'
import { SELF_SIGNED } from '../../support/self-signed.ts'

const AUTHORIZATION = 'Bearer header.payload.the-signature'

function client(options: { readonly timeoutMs?: number; readonly connectTimeoutMs?: number } = {}) {
  const made = createMessagesClient({ nowMs: () => Date.now(), ...options })
  onTestFinished(() => made.dispose())
  return made
}

function send(origin: string, options: { timeoutMs?: number; signal?: AbortSignal } = {}) {
  const { signal, ...rest } = options
  return client(rest).send({
    url: `${origin}/v1/messages`,
    authorization: AUTHORIZATION,
    bodyText: '{"text":"héllo"}',
    ...(signal === undefined ? {} : { signal }),
  })
}

/** A server with one answer for everything. */
function answering(status: number, contentType: string, body: string, headers: Record<string, string> = {}) {
  return capture((_, response) => {
    response.writeHead(status, { 'content-type': contentType, ...headers }).end(body)
  })
}

describe('an accepted message', () => {
  it('went out once, exactly as given', async () => {
    const server = await answering(
      202,
      'application/json',
      fixtureBytes('v1-response-202-accepted').toString('utf8'),
    )
    const outcome = await send(server.origin)
    expect(outcome).toMatchObject({
      kind: 'accepted',
      httpStatus: 202,
      messageUuid: '4ff9f2a8-3f0e-4c0d-9a47-7d5a6c1b2e33',
      workflowId: null,
      responseBody: fixtureBytes('v1-response-202-accepted').toString('utf8'),
    })
    expect(server.received).toHaveLength(1)
    expect(server.received[0]).toMatchObject({
      method: 'POST',
      url: '/v1/messages',
      headers: {
        authorization: AUTHORIZATION,
        'content-type': 'application/json',
        accept: 'application/json',
      },
    })
    expect(server.received[0]?.body.toString('utf8')).toBe('{"text":"héllo"}')
  })

  it.each([200, 201, 202])('may come with %i and any content type', async (status) => {
    const body = '{"message_uuid":"aaaa","workflow_id":"wwww"}'
    const { origin } = await answering(status, 'text/plain', body)
    expect(await send(origin)).toMatchObject({ kind: 'accepted', messageUuid: 'aaaa', workflowId: 'wwww' })
  })
})

describe('a refused message', () => {
  it.each([
    [
      'problem+json',
      401,
      'application/problem+json',
      fixtureBytes('v1-response-401-bad-credentials').toString('utf8'),
    ],
    ['plain JSON', 422, 'application/json', fixtureBytes('v1-response-422-invalid-sender').toString('utf8')],
    ['HTML', 502, 'text/html', '<html><head><title>502 Bad Gateway</title></head></html>'],
    ['an empty 202', 202, 'application/json', ''],
    ['a 202 whose message_uuid is no text', 202, 'application/json', '{"message_uuid":42}'],
    ['a message_uuid in an error', 400, 'application/json', '{"message_uuid":"aaaa"}'],
  ])('%s is shown as it came', async (_, httpStatus, contentType, responseBody) => {
    const { origin } = await answering(httpStatus, contentType, responseBody)
    expect(await send(origin)).toMatchObject({
      kind: 'refused',
      httpStatus,
      contentType,
      responseBody,
      explanation: { code: 'HTTP_REFUSED', what: expect.stringContaining(String(httpStatus)) },
    })
  })

  it('names the page title of a gateway', async () => {
    const { origin } = await answering(502, 'text/html', '<title>502 Bad Gateway</title>')
    expect(await send(origin)).toMatchObject({ problem: { title: '502 Bad Gateway', detail: null } })
  })

  it('shows where a redirect points and does not go there', async () => {
    const elsewhere = await answering(202, 'application/json', '{"message_uuid":"aaaa"}')
    const redirect = await answering(307, 'text/plain', '', { location: `${elsewhere.origin}/x` })
    expect(await send(redirect.origin)).toMatchObject({
      kind: 'refused',
      httpStatus: 307,
      explanation: { why: expect.stringContaining(`${elsewhere.origin}/x`) },
    })
    expect(elsewhere.received).toHaveLength(0)
  })

  it('is read up to 1 MiB', async () => {
    const origin = await serve((_, response) => {
      response.writeHead(500, { 'content-type': 'text/plain' })
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
      }
      response.on('drain', more)
      more()
    })
    const outcome = await send(origin)
    expect(outcome.kind === 'refused' && outcome.responseBody.length).toBe(1024 * 1024)
  })
})

describe('a message without an answer', () => {
  it('times out at a server that hangs', async () => {
    const origin = await serve(() => undefined)
    expect(await send(origin, { timeoutMs: 200 })).toMatchObject(failed('NETWORK_TIMEOUT'))
  })

  it('times out at a server that never ends its answer', async () => {
    const origin = await serve((_, response) => void response.writeHead(202).write('{"message_uuid":'))
    expect(await send(origin, { timeoutMs: 200 })).toMatchObject(failed('NETWORK_TIMEOUT'))
  })

  it('is refused by a closed port', async () => {
    expect(await send(await closedOrigin())).toMatchObject(failed('NETWORK_REFUSED'))
  })

  it('does not find a name that does not exist', async () => {
    for (const name of PROXY_VARIABLES) vi.stubEnv(name, '')
    onTestFinished(() => void vi.unstubAllEnvs())
    expect(await send('https://nonexistent.invalid')).toMatchObject(failed('NETWORK_DNS'))
  })

  it('finds no TLS at a plain port', async () => {
    const { origin } = await answering(202, 'application/json', '{}')
    expect(await send(origin.replace('http:', 'https:'))).toMatchObject(failed('NETWORK_TLS'))
  })

  it('does not trust a certificate that nobody signed', async () => {
    const server = createHttpsServer(SELF_SIGNED, (_, response) => void response.end())
    const origin = await listening(server)
    expect(await send(origin.replace('http:', 'https:'))).toMatchObject(failed('NETWORK_TLS'))
  })

  it('breaks when the server resets the connection', async () => {
    const origin = await serveTcp((socket) => void socket.once('data', () => socket.resetAndDestroy()))
    expect(await send(origin)).toMatchObject(failed('NETWORK_BROKEN'))
  })

  it('breaks when the server closes without a word', async () => {
    let connections = 0
    const origin = await serveTcp((socket) => {
      connections += 1
      socket.once('data', () => void socket.end())
    })
    expect(await send(origin)).toMatchObject(failed('NETWORK_BROKEN'))
    expect(connections).toBe(1)
  })

  it('breaks when the answer is not HTTP', async () => {
    const origin = await serveTcp(
      (socket) => void socket.once('data', () => socket.end('SSH-2.0-OpenSSH\r\n')),
    )
    expect(await send(origin)).toMatchObject(failed('NETWORK_BROKEN'))
  })

  it('can be cancelled', async () => {
    const controller = new AbortController()
    const origin = await serve(() => controller.abort())
    expect(await send(origin, { signal: controller.signal })).toMatchObject(failed('CANCELLED'))
  })

  it('ends when the client is disposed', async () => {
    const made = createMessagesClient({ nowMs: () => Date.now() })
    const origin = await serve(() => void made.dispose())
    const outcome = await made.send({ url: origin, authorization: AUTHORIZATION, bodyText: '{}' })
    expect(outcome).toMatchObject(failed('CANCELLED'))
  })

  it.each(['', 'not a url', 'ftp://example.com/v1/messages'])('is not sent to %j', async (url) => {
    const outcome = await client().send({ url, authorization: AUTHORIZATION, bodyText: '{}' })
    expect(outcome).toMatchObject(failed('BAD_INPUT'))
  })
})

const PROXY_VARIABLES = ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'HTTPS_PROXY', 'no_proxy', 'NO_PROXY']

describe('a proxy of the environment', () => {
  function proxied(proxy: string) {
    for (const name of PROXY_VARIABLES) vi.stubEnv(name, name.toLowerCase() === 'no_proxy' ? '' : proxy)
    onTestFinished(() => void vi.unstubAllEnvs())
  }

  it.each([
    ['that is not there', () => closedOrigin()],
    ['that is not an address', () => Promise.resolve('no proxy at all')],
    ['whose name is unknown', () => Promise.resolve('http://nonexistent-proxy.invalid:3128')],
    [
      'that refuses the tunnel',
      () => serveTcp((socket) => void socket.once('data', () => socket.end('HTTP/1.1 407 No\r\n\r\n'))),
    ],
    ['that hangs up', () => serveTcp((socket) => void socket.once('data', () => socket.end()))],
  ])('%s is named as the cause', async (_, proxy) => {
    proxied(await proxy())
    expect(await send('https://api.example.com')).toMatchObject(failed('NETWORK_PROXY'))
  })

  it('carries the message', async () => {
    const target = await answering(202, 'application/json', '{"message_uuid":"aaaa"}')
    const proxy = createHttpServer()
    proxy.on('connect', (_request, socket: Duplex) => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      const through = connect(Number(new URL(target.origin).port), '127.0.0.1')
      socket.on('error', () => through.destroy()).pipe(through)
      through.on('error', () => socket.destroy()).pipe(socket)
    })
    proxy.on('request', (request, response) => {
      const { pathname } = new URL(request.url ?? '')
      const { method, headers } = request
      const onward = httpRequest(`${target.origin}${pathname}`, { method, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 500, answer.headers)
        answer.pipe(response)
      })
      request.pipe(onward)
    })
    proxied(await listening(proxy))
    expect(await send('http://api.example.com')).toMatchObject({ kind: 'accepted', messageUuid: 'aaaa' })
    expect(target.received[0]).toMatchObject({ url: '/v1/messages', headers: { host: 'api.example.com' } })
  })

  it('is not used for this computer', async () => {
    proxied(await closedOrigin())
    const { origin } = await answering(202, 'application/json', '{"message_uuid":"aaaa"}')
    expect(await send(origin)).toMatchObject({ kind: 'accepted' })
    expect(await send(origin.replace('127.0.0.1', 'localhost'))).toMatchObject({ kind: 'accepted' })
  })
})

describe('the Authorization value', () => {
  it('is in no outcome, even when the server echoes it', async () => {
    const origin = await serve((request, response) => {
      response.writeHead(307, { location: `/?token=${request.headers.authorization}` })
      response.end(JSON.stringify({ title: 'You sent', detail: request.headers.authorization }))
    })
    expect(JSON.stringify(await send(origin))).not.toContain('the-signature')
  })

  it('is in no error, even when it is no header value', async () => {
    const { origin } = await answering(202, 'application/json', '{}')
    const authorization = 'Bearer a\nthe-signature'
    const outcome = await client().send({ url: origin, authorization, bodyText: '{}' })
    expect(outcome.kind).toBe('failed')
    expect(JSON.stringify(outcome)).not.toContain('the-signature')
  })
})

function failed(code: string) {
  return { kind: 'failed', explanation: { code }, durationMs: expect.any(Number) }
}
