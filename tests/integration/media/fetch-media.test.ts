import type { RequestListener } from 'node:http'
import { describe, expect, it } from 'vitest'
import { createMediaFetcher } from '#electron/media/fetch-media.ts'
import { isPublicAddress } from '#electron/media/public-address.ts'
import { MEDIA_CAP_BYTES } from '#electron/media/read-media.ts'
import type { MediaKind } from '#shared/media.ts'
import { capture, closedOrigin, serve, serveTcp } from '../../support/local-server.ts'

const PNG = Buffer.from('iVBORw0KGgo=', 'base64')
const LOOPBACK = [{ address: '127.0.0.1', family: 4 }]

type Options = {
  readonly kind?: MediaKind
  readonly allowsLoopback?: boolean
  readonly isAllowed?: (address: string) => boolean
  readonly resolve?: () => Promise<readonly { address: string; family: number }[]>
  readonly takesToken?: (url: URL) => boolean
  readonly token?: string | null
  readonly timeoutMs?: number
}

function fetchMedia(url: string, options: Options = {}) {
  const { kind = 'image', allowsLoopback = false, token = null, ...rest } = options
  const fetch = createMediaFetcher({
    resolve: async () => LOOPBACK,
    isAllowed: () => true,
    takesToken: () => false,
    ...rest,
  })
  return fetch({ url, kind, allowsLoopback, token: async () => token })
}

const image = (bytes: Buffer = PNG): Promise<string> => serving('image/png', bytes)
const serving = (contentType: string, bytes: Buffer): Promise<string> =>
  serve((_, response) => response.writeHead(200, { 'content-type': contentType }).end(bytes))
const refusal = (code: string, what: RegExp | string) => ({
  explanation: { code, what: expect.stringMatching(what) },
})

describe('media that may be shown', () => {
  it('is handed over with its type and size, and asked for without a token or a referrer', async () => {
    const server = await capture((_, response) =>
      response.writeHead(200, { 'content-type': 'image/PNG; charset=binary' }).end(PNG),
    )
    expect(await fetchMedia(`${server.origin}/photo.png?size=1`)).toEqual({
      contentType: 'image/png',
      sizeBytes: PNG.length,
      base64: PNG.toString('base64'),
    })
    const [request] = server.received
    expect(request).toMatchObject({ method: 'GET', url: '/photo.png?size=1' })
    expect(request?.headers).not.toHaveProperty('authorization')
    expect(request?.headers).not.toHaveProperty('referer')
  })

  it('is of a file only the size, told by the server or counted', async () => {
    const told = await serve((_, response) =>
      response
        .writeHead(200, { 'content-type': 'application/pdf', 'content-length': 50_000_000 })
        .flushHeaders(),
    )
    expect(await fetchMedia(told, { kind: 'file' })).toEqual({
      contentType: 'application/pdf',
      sizeBytes: 50_000_000,
      base64: null,
    })
    const chunked = await serve((_, response) => {
      response.write('abc')
      response.end('de')
    })
    expect(await fetchMedia(chunked, { kind: 'file' })).toMatchObject({ sizeBytes: 5, base64: null })
  })

  it('is found behind redirects', async () => {
    const end = await image()
    const start = await serve((_, response) => response.writeHead(302, { location: `${end}/x.png` }).end())
    expect(await fetchMedia(start)).toMatchObject({ contentType: 'image/png' })
  })
})

describe('media that is refused', () => {
  it.each(['ftp://127.0.0.1/x', 'file:///etc/passwd', 'javascript:alert(1)', 'no address', ''])(
    'has the address %s',
    async (url) => {
      await expect(fetchMedia(url)).rejects.toMatchObject(refusal('MEDIA_ADDRESS', 'not opened'))
    },
  )

  it('redirects to something that is not http, or for ever', async () => {
    const away = await serve((_, response) =>
      response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
    )
    await expect(fetchMedia(away)).rejects.toMatchObject(refusal('MEDIA_ADDRESS', 'not opened'))
    const circle = await serve((_, response) => response.writeHead(302, { location: '/again' }).end())
    await expect(fetchMedia(circle)).rejects.toMatchObject(refusal('HTTP_REFUSED', 'circles'))
  })

  it('is larger than the cap, whether the server tells or not', async () => {
    const telling: RequestListener = (_, response) =>
      response
        .writeHead(200, { 'content-type': 'image/png', 'content-length': MEDIA_CAP_BYTES + 1 })
        .flushHeaders()
    await expect(fetchMedia(await serve(telling))).rejects.toMatchObject(
      refusal('MEDIA_TOO_LARGE', 'larger than 10 MiB'),
    )
    const silent: RequestListener = (_, response) => {
      response.writeHead(200, { 'content-type': 'image/png' })
      response.write(Buffer.alloc(MEDIA_CAP_BYTES))
      response.end('x')
    }
    await expect(fetchMedia(await serve(silent))).rejects.toMatchObject(
      refusal('MEDIA_TOO_LARGE', 'larger than 10 MiB'),
    )
  })

  it.each([
    ['image', 'text/html'],
    ['image', ''],
    ['audio', 'image/png'],
    ['video', 'image/png"><script>'],
  ] as const)('should be %s and says %j', async (kind, contentType) => {
    const origin = await serving(contentType, PNG)
    await expect(fetchMedia(origin, { kind })).rejects.toMatchObject(refusal('MEDIA_TYPE', kind))
  })

  it.each([
    [404, /answered 404/],
    [500, /answered 500/],
    [204, /answered 204/],
  ])('is answered %i', async (status, what) => {
    const origin = await serve((_, response) => response.writeHead(status).end())
    await expect(fetchMedia(origin)).rejects.toMatchObject(refusal('HTTP_REFUSED', what))
  })

  it('does not come: refused, broken off, too slow, unknown name', async () => {
    await expect(fetchMedia(await closedOrigin())).rejects.toMatchObject(
      refusal('NETWORK_REFUSED', 'refused'),
    )
    const broken = await serveTcp((socket) => socket.destroy())
    await expect(fetchMedia(broken)).rejects.toMatchObject(refusal('NETWORK_BROKEN', 'broke'))
    const silent = await serveTcp(() => undefined)
    await expect(fetchMedia(silent, { timeoutMs: 50 })).rejects.toMatchObject(
      refusal('NETWORK_TIMEOUT', 'too long'),
    )
    const resolve = () => new Promise<never>(() => undefined)
    await expect(fetchMedia('http://slow.example', { resolve, timeoutMs: 50 })).rejects.toMatchObject(
      refusal('NETWORK_TIMEOUT', 'too long'),
    )
    const unknown = async () => {
      throw Object.assign(new Error('not found'), { code: 'ENOTFOUND', hostname: 'gone.example' })
    }
    await expect(fetchMedia('http://gone.example', { resolve: unknown })).rejects.toMatchObject(
      refusal('NETWORK_DNS', 'gone.example'),
    )
  })
})

describe('addresses of this computer and its network', () => {
  it('are refused as a number, as a name and behind a redirect', async () => {
    const inside = await capture((_, response) => response.end())
    const port = new URL(inside.origin).port
    const refused = refusal('MEDIA_ADDRESS', 'was not opened')
    const isAllowed = isPublicAddress
    for (const host of [
      '127.0.0.1',
      '2130706433',
      '0x7f.1',
      '[::1]',
      '[::ffff:127.0.0.1]',
      'intranet.example',
    ]) {
      await expect(fetchMedia(`http://${host}:${port}/`, { isAllowed })).rejects.toMatchObject(refused)
    }
    expect(inside.received).toEqual([])
  })

  it('are reached by number only for a callback of the own simulator, and never behind a redirect', async () => {
    const options = { isAllowed: isPublicAddress, allowsLoopback: true }
    const origin = await image()
    expect(await fetchMedia(origin, options)).toMatchObject({ contentType: 'image/png' })
    const { port } = new URL(origin)
    const refused = refusal('MEDIA_ADDRESS', 'was not opened')
    await expect(fetchMedia(`http://photos.example:${port}/`, options)).rejects.toMatchObject(refused)
    await expect(fetchMedia('http://10.0.0.1/', options)).rejects.toMatchObject(refused)
    const start = await serve((_, response) => response.writeHead(302, { location: origin }).end())
    await expect(fetchMedia(start, options)).rejects.toMatchObject(refused)
  })

  it('are connected to as they were checked: a name is not looked up twice', async () => {
    const origin = await image()
    const asked: string[] = []
    const url = `http://photos.example:${new URL(origin).port}/`
    const resolve = async () => {
      asked.push('photos.example')
      return LOOPBACK
    }
    expect(await fetchMedia(url, { resolve })).toMatchObject({ contentType: 'image/png' })
    expect(asked).toHaveLength(1)
  })
})

describe('media that asks for a token', () => {
  const protectedServer = () =>
    capture(({ headers }, response) => {
      const isKnown = headers.authorization === 'Bearer good'
      response.writeHead(isKnown ? 200 : 401, { 'content-type': 'image/png' }).end(isKnown ? PNG : '')
    })

  it('gets one when it is Vonage’s, after it has asked', async () => {
    const server = await protectedServer()
    expect(await fetchMedia(server.origin, { takesToken: () => true, token: 'good' })).toMatchObject({
      sizeBytes: PNG.length,
    })
    expect(server.received.map(({ headers }) => headers.authorization)).toEqual([undefined, 'Bearer good'])
  })

  it.each([
    ['another host', { takesToken: () => false, token: 'good' }, 1, /own hosts/],
    ['no key', { takesToken: () => true, token: null }, 1, /private key/],
    ['a token of another application', { takesToken: () => true, token: 'bad' }, 2, /did not accept/],
  ])('is explained for %s', async (_name, options, requests, why) => {
    const server = await protectedServer()
    await expect(fetchMedia(server.origin, options)).rejects.toMatchObject({
      explanation: { code: 'HTTP_REFUSED', why: expect.stringMatching(why) },
    })
    expect(server.received).toHaveLength(requests)
  })

  it('takes it nowhere else', async () => {
    const elsewhere = await protectedServer()
    const vonage = await capture(({ headers }, response) => {
      if (headers.authorization === undefined) response.writeHead(401).end()
      else response.writeHead(302, { location: elsewhere.origin }).end()
    })
    const takesToken = (url: URL) => url.origin === vonage.origin
    await expect(fetchMedia(vonage.origin, { takesToken, token: 'good' })).rejects.toMatchObject({
      explanation: { code: 'HTTP_REFUSED' },
    })
    expect(elsewhere.received.map(({ headers }) => headers.authorization)).toEqual([undefined])
  })
})
