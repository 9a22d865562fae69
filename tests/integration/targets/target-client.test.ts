import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { capture, closedOrigin, serve, serveTcp } from '../../support/local-server.ts'
import { targetClient, targetRequest } from '../../support/targets.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

describe('what a target receives', () => {
  const bodies: readonly (readonly [string, Uint8Array])[] = [
    ['escapes and odd spacing', Buffer.from('{ "a":"\\u00fc\\/",\t"b" : 1e2 }\n')],
    ['CRLF', Buffer.from('{\r\n"a": 1\r\n}\r\n')],
    ['emoji', Buffer.from('{"text":"👩‍💻 grüße"}')],
    ['byte order mark', Buffer.from('\ufeff{}')],
    ['invalid UTF-8', Uint8Array.of(0x7b, 0xff, 0xfe, 0x00, 0xc3, 0x28, 0x7d)],
    ['nothing', new Uint8Array()],
    ['a megabyte', Buffer.alloc(1024 * 1024, 'x')],
  ]
  it.each(bodies)('is the same bytes: %s', async (_name, body) => {
    const target = await capture((_received, response) => response.end())
    const { outcome } = await targetClient().send(targetRequest(target.origin, { body }))
    expect(outcome.kind).toBe('answered')
    expect(sha256(target.received[0]?.body ?? Buffer.alloc(0))).toBe(sha256(body))
    expect(target.received[0]?.headers['content-length']).toBe(String(body.length))
  })

  it('is the end-to-end headers, in order, letter case and number, and none of the connection', async () => {
    let raw: readonly string[] = []
    const origin = await serve((request, response) => {
      raw = request.rawHeaders
      response.end()
    })
    await targetClient().send(
      targetRequest(origin, {
        headers: [
          ['Host', 'elsewhere.example'],
          ['X-B', '1'],
          ['authorization', 'Bearer one'],
          ['x-A', '2'],
          ['X-b', '3'],
          ['Connection', 'keep-alive, X-Gone'],
          ['x-gone', 'yes'],
          ['Keep-Alive', 'timeout=5'],
          ['Proxy-Authorization', 'Basic x'],
          ['TE', 'trailers'],
          ['Trailer', 'x'],
          ['Transfer-Encoding', 'chunked'],
          ['Upgrade', 'h2c'],
          ['Expect', '100-continue'],
          ['Content-Length', '99'],
          ['X-Latin', 'gr\u00fcn'],
          ['content-TYPE', 'application/json'],
        ],
      }),
    )
    const kept = ['X-B', '1', 'authorization', 'Bearer one', 'x-A', '2', 'X-b', '3']
    expect(raw).toEqual([
      ...['host', new URL(origin).host, 'connection', 'close'],
      ...[...kept, 'X-Latin', 'gr\u00fcn', 'content-TYPE', 'application/json'],
      ...['content-length', '2'],
    ])
  })
})

describe('the way to a target', () => {
  it.each(['0.0.0.0', 'localhost', 'localhost.', '[::ffff:127.0.0.1]'])(
    'on this computer is direct, whatever proxy the environment names: %s',
    async (hostname) => {
      const proxy = await capture((_received, response) => response.writeHead(502).end())
      for (const name of ['http_proxy', 'HTTP_PROXY']) vi.stubEnv(name, proxy.origin)
      onTestFinished(() => void vi.unstubAllEnvs())
      const target = await capture((_received, response) => response.end())
      const origin = target.origin.replace('127.0.0.1', hostname)
      const { outcome } = await targetClient().send(targetRequest(origin))
      expect(outcome).toMatchObject({ kind: 'answered', httpStatus: 200 })
      expect(proxy.received).toEqual([])
    },
  )
})

describe('what a target answers', () => {
  it('is kept: status, headers as they came, body', async () => {
    const origin = await serveTcp((socket) => {
      socket.once('data', () =>
        socket.end(
          'HTTP/1.1 418 Teapot\r\nX-B: 1\r\nx-a: 2\r\nX-b: 3\r\nContent-Length: 3\r\n\r\n\xff\r\n',
          'latin1',
        ),
      )
    })
    const { outcome, durationMs } = await targetClient().send(targetRequest(origin))
    expect(outcome).toEqual({
      kind: 'answered',
      httpStatus: 418,
      headers: [
        ['X-B', '1'],
        ['x-a', '2'],
        ['X-b', '3'],
        ['Content-Length', '3'],
      ],
      body: { encoding: 'base64', data: Buffer.from([0xff, 0x0d, 0x0a]).toString('base64'), sizeBytes: 3 },
      isBodyCut: false,
    })
    expect(durationMs).toBeGreaterThan(0)
  })

  it('may be a redirect, which is not followed', async () => {
    const target = await capture((_received, response) =>
      response.writeHead(307, { location: '/elsewhere' }).end(),
    )
    const { outcome } = await targetClient().send(targetRequest(target.origin))
    expect(outcome).toMatchObject({
      kind: 'answered',
      httpStatus: 307,
      headers: [['location', '/elsewhere'], expect.anything(), expect.anything(), expect.anything()],
    })
    expect(target.received).toHaveLength(1)
  })

  it('may be 100 MB, of which the first bytes are read', async () => {
    let sentBytes = 0
    let isClosed: (value: boolean) => void = () => undefined
    const closed = new Promise<boolean>((resolve) => {
      isClosed = resolve
    })
    const chunk = Buffer.alloc(64 * 1024, 'a')
    const origin = await serve((_request, response) => {
      response.on('close', () => isClosed(true))
      const send = () => {
        while (!response.destroyed && sentBytes < 100_000_000) {
          sentBytes += chunk.length
          if (!response.write(chunk)) return void response.once('drain', send)
        }
        response.end()
      }
      send()
    })
    const { outcome } = await targetClient().send(targetRequest(origin, { keptBytes: 1_000 }))
    expect(outcome).toMatchObject({
      kind: 'answered',
      httpStatus: 200,
      isBodyCut: true,
      body: { encoding: 'utf8', text: 'a'.repeat(1_000), sizeBytes: 1_000 },
    })
    await closed
    expect(sentBytes).toBeLessThan(20_000_000)
  })

  it('may be exactly as much as is kept', async () => {
    const origin = await serve((_request, response) => response.end('abcd'))
    const { outcome } = await targetClient().send(targetRequest(origin, { keptBytes: 4 }))
    expect(outcome).toMatchObject({ body: { text: 'abcd' }, isBodyCut: false })
  })
})

describe('a target that does not answer', () => {
  const hanging = () => serve(() => undefined)
  const failures: readonly (readonly [string, () => Promise<string>, string])[] = [
    ['is not there', closedOrigin, 'NETWORK_REFUSED'],
    ['hangs', hanging, 'NETWORK_TIMEOUT'],
    [
      'hangs in the middle of its answer',
      () => serve((_r, response) => void response.write('a')),
      'NETWORK_TIMEOUT',
    ],
    ['closes at once', () => serveTcp((socket) => socket.destroy()), 'NETWORK_BROKEN'],
    ['closes after the request', () => serve((request) => request.socket.destroy()), 'NETWORK_BROKEN'],
    [
      'closes in the middle of its answer',
      () =>
        serve((request, response) => {
          response.writeHead(200, { 'content-length': 10 })
          response.write('abc', () => request.socket.destroy())
        }),
      'NETWORK_BROKEN',
    ],
    ['does not speak HTTP', () => serveTcp((socket) => socket.end('hello\r\n\r\n')), 'NETWORK_BROKEN'],
  ]
  it.each(failures)('%s', async (_name, start, code) => {
    const origin = await start()
    const { outcome } = await targetClient({ timeoutMs: 300 }).send(targetRequest(origin))
    expect(outcome).toMatchObject({ kind: 'failed', error: { code } })
    expect(JSON.stringify(outcome)).not.toContain('vonage.com')
  })

  it('is told apart from one that began to answer', async () => {
    const hangs = await serve((_request, response) => void response.writeHead(201).write('a'))
    const breaks = await serve((request, response) => {
      response.writeHead(500, { 'content-length': 10 })
      response.write('abc', () => request.socket.destroy())
    })
    const send = (origin: string) => targetClient({ timeoutMs: 300 }).send(targetRequest(origin))
    const [hung, broke] = [await send(hangs), await send(breaks)]
    expect(hung.outcome).toMatchObject({
      error: { what: `${new URL(hangs).host} answered 201, but did not end its answer in time.` },
    })
    expect(broke.outcome).toMatchObject({
      error: { what: `${new URL(breaks).host} answered 500, but the connection broke within the body.` },
    })
  })

  it('may have answered with more headers than are read', async () => {
    const headers = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`x-${at}`, 'v'.repeat(1_000)]))
    const origin = await serve((_request, response) => response.writeHead(200, headers).end())
    const { outcome } = await targetClient().send(targetRequest(origin))
    expect(outcome).toMatchObject({ error: { what: expect.stringContaining('too many headers') } })
  })

  it('is given up when told to', async () => {
    const stop = new AbortController()
    const target = await capture(() => stop.abort())
    const { outcome } = await targetClient().send(targetRequest(target.origin, { signal: stop.signal }))
    expect(outcome).toMatchObject({ kind: 'failed', error: { code: 'CANCELLED' } })
  })
})

describe('localhost', () => {
  it.each(['127.0.0.1', '::1'])('finds a server that listens on %s only', async (address) => {
    const server = createServer((_request, response) => response.end())
    await new Promise<void>((resolve) => server.listen(0, address, resolve))
    onTestFinished(() => void server.close())
    const listening = server.address()
    const port = typeof listening === 'object' ? listening?.port : undefined
    const { outcome } = await targetClient().send(targetRequest(`http://localhost:${port}`))
    expect(outcome).toMatchObject({ kind: 'answered', httpStatus: 200 })
  })
})

describe('many at a time', () => {
  it('have a connection each, so that none meets one that is about to close', async () => {
    let connections = 0
    const origin = await serve((_request, response) => response.end())
    const counted = await serveTcp((socket) => {
      connections += 1
      socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n'))
    })
    const client = targetClient()
    const outcomes = await Promise.all(
      [origin, counted].flatMap((one) =>
        Array.from({ length: 200 }, async () => (await client.send(targetRequest(one))).outcome.kind),
      ),
    )
    expect(new Set(outcomes)).toEqual(new Set(['answered']))
    expect(connections).toBe(200)
  })
})
