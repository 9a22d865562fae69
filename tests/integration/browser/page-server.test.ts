import { mkdirSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createPageServer } from '#electron/web/page-server.ts'
import { openWorkbench } from '../../support/open-workbench.ts'
import { rawConnection } from '../../support/raw-http.ts'
import { recordedLog } from '../../support/recorded-log.ts'
import { takenPort } from '../../support/taken-port.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const INDEX = '<!doctype html><meta name="csp-nonce" content="__CSP_NONCE__"><title>Page</title>'

async function openPages({ wantedPort = 0 } = {}) {
  const { handlers, transfers } = await openWorkbench()
  const folder = tempFolder()
  const pageFolder = join(folder, 'page')
  mkdirSync(join(pageFolder, 'assets'), { recursive: true })
  writeFileSync(join(pageFolder, 'index.html'), INDEX)
  writeFileSync(join(pageFolder, 'assets/page.js'), 'page()')
  writeFileSync(join(folder, 'secrets.json'), 'a secret')
  writeFileSync(join(folder, 'page-secret.json'), 'a secret')
  const { log } = recordedLog()
  const server = await createPageServer({
    wantedPort,
    avoidPorts: [],
    pageFolder,
    token: 'open sesame',
    handlers,
    transfers,
    log,
  })
  let disposing: Promise<void> | null = null
  const dispose = () => {
    disposing ??= server.dispose()
    return disposing
  }
  onTestFinished(dispose)
  const own = { host: `127.0.0.1:${server.port}` }
  const enter = async (url: string) => cookieOf(await get(server.port, pathOf(url), own))
  return { ...server, dispose, own, enter, cookie: await enter(server.url) }
}

type Response = { status: number; headers: Record<string, string | string[] | undefined>; body: string }

/** A GET with exactly this path and these headers, none added. */
function get(port: number, path: string, headers: Record<string, string>, method = 'GET'): Promise<Response> {
  return new Promise((resolve, reject) => {
    const sending = request(
      { port, host: '127.0.0.1', path, method, headers, setHost: false },
      (response) => {
        let body = ''
        response.setEncoding('utf8').on('data', (text) => {
          body += text
        })
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        )
      },
    )
    sending.on('error', reject).end()
  })
}

/** The status that answers a WebSocket handshake. */
function upgrade(port: number, path: string, headers: Record<string, string>): Promise<number> {
  const handshake = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
  }
  return new Promise((resolve, reject) => {
    const asking = request({
      port,
      host: '127.0.0.1',
      path,
      headers: { ...handshake, ...headers },
      setHost: false,
    })
    asking.on('response', (response) => resolve(response.resume().statusCode ?? 0))
    asking.on('upgrade', (response, socket) => {
      socket.destroy()
      resolve(response.statusCode ?? 0)
    })
    asking.on('error', reject).end()
  })
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url)
  return `${pathname}${search}`
}

function cookieOf({ headers }: Response): string {
  return headers['set-cookie']?.[0]?.split(';')[0] ?? ''
}

describe('the way in', () => {
  test('is the token, which leaves the address at once for a cookie that scripts and other sites do not get', async () => {
    const { port, url, own, cookie } = await openPages()
    const entered = await get(port, pathOf(url), own)
    expect(entered).toMatchObject({ status: 303, headers: { location: '/' } })
    expect(entered.headers['set-cookie']).toEqual([
      expect.stringMatching(/; HttpOnly; SameSite=Strict; Path=\/$/),
    ])
    expect(entered.headers['set-cookie']?.[0]).not.toContain('sesame')
    expect((await get(port, '/', { ...own, cookie })).status).toBe(200)
  })

  test('is nothing else', async () => {
    const { port, own, cookie } = await openPages()
    const session = cookie.split('=')[1] ?? ''
    for (const [name, path, given] of [
      ['nothing', '/', ''],
      ['a wrong token', '/?token=wrong', ''],
      ['an empty token', '/?token=', ''],
      ['half a token', '/?token=open', ''],
      ['a wrong cookie', '/', 'workbench_PORT=wrong'],
      ['an empty cookie', '/', 'workbench_PORT='],
      ['the cookie of another port', '/', 'workbench_1=SESSION'],
      ['a cookie of that value by another name', '/', 'x=SESSION'],
    ] as const) {
      const headers = { ...own, cookie: given.replace('PORT', String(port)).replace('SESSION', session) }
      const refused = await get(port, path, headers)
      expect(refused.status, name).toBe(401)
      expect(refused.body, name).toContain('token')
      expect(refused.body, name).not.toContain('open sesame')
      expect(await upgrade(port, '/contract', { ...headers, origin: `http://${own.host}` }), name).toBe(401)
    }
  })

  test('can be a token that works once', async () => {
    const { port, own, oneTimeUrl } = await openPages()
    const [first, second] = [oneTimeUrl(), oneTimeUrl()]
    expect((await get(port, pathOf(first), own)).status).toBe(303)
    expect((await get(port, pathOf(first), own)).status).toBe(401)
    expect((await get(port, pathOf(second), own)).status).toBe(303)
  })
})

describe('names and origins', () => {
  test('under another name there is nothing, whatever somebody knows', async () => {
    const { port, url, cookie } = await openPages()
    for (const name of [
      'evil.test',
      'evil.test:PORT',
      '127.0.0.1.evil.test',
      'localhost.evil.test',
      '192.168.0.1',
      '[::2]',
      '',
    ]) {
      const headers = { host: name.replace('PORT', String(port)), cookie }
      for (const path of ['/', '/assets/page.js', pathOf(url)]) {
        expect((await get(port, path, headers)).status, name).toBe(421)
      }
      expect(await upgrade(port, '/contract', { ...headers, origin: `http://${headers.host}` }), name).toBe(
        401,
      )
    }
  })

  test('every name of this computer is good, through whatever forwarded port', async () => {
    const { port, cookie } = await openPages()
    for (const name of ['127.0.0.1:PORT', 'localhost:PORT', 'LOCALHOST', '[::1]:9999', '127.0.0.1:9999']) {
      const headers = { host: name.replace('PORT', String(port)), cookie }
      expect((await get(port, '/', headers)).status, name).toBe(200)
      expect(await upgrade(port, '/contract', { ...headers, origin: `http://${headers.host}` }), name).toBe(
        101,
      )
    }
  })

  test('another origin is refused, by the page and by its socket', async () => {
    const { port, own, cookie } = await openPages()
    const others = ['http://evil.test', 'http://127.0.0.1:1', 'https://HOST', 'null', 'http://HOST.evil.test']
    for (const template of others) {
      const headers = { ...own, cookie, origin: template.replace('HOST', own.host) }
      expect((await get(port, '/', headers)).status, template).toBe(403)
      expect(await upgrade(port, '/contract', headers), template).toBe(401)
    }
  })

  test('the page itself may send its origin, and its socket must', async () => {
    const { port, own, cookie } = await openPages()
    expect((await get(port, '/', { ...own, cookie, origin: `http://${own.host}` })).status).toBe(200)
    expect(await upgrade(port, '/contract', { ...own, cookie })).toBe(401)
    expect(await upgrade(port, '/', { ...own, cookie, origin: `http://${own.host}` })).toBe(401)
  })
})

describe('files', () => {
  test('come with a policy whose nonce is new every time and is in the page', async () => {
    const { port, own, cookie } = await openPages()
    const nonces = new Set<string>()
    for (const path of ['/', '/index.html', '/']) {
      const { headers, body } = await get(port, path, { ...own, cookie })
      const nonce = /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1] ?? ''
      expect(body).toBe(INDEX.replace('__CSP_NONCE__', nonce))
      expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'")
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' })
      nonces.add(nonce)
    }
    expect(nonces.size).toBe(3)
    expect(await get(port, '/assets/page.js', { ...own, cookie })).toMatchObject({
      status: 200,
      body: 'page()',
    })
  })

  test('that are not of the page are not found', async () => {
    const { port, own, cookie } = await openPages()
    for (const path of [
      '/../secrets.json',
      '/%2e%2e/secrets.json',
      '/..%2fsecrets.json',
      '/assets/..%2f..%2fsecrets.json',
      '/assets/../../secrets.json',
      '/..%5csecrets.json',
      '/../page-secret.json',
      '//etc/passwd',
      '/%00',
      '/assets/page.js%00.json',
      '/assets',
      '/%',
      '/nothing.js',
    ]) {
      const answer = await get(port, path, { ...own, cookie })
      expect(answer.body, path).not.toContain('a secret')
      // `//etc/passwd` names another host in a URL: then it is the page's own "/" that is meant, or nothing.
      expect([200, 404], path).toContain(answer.status)
      expect(answer.status === 404 || answer.body.includes('<title>Page'), path).toBe(true)
    }
  })

  test('are read only', async () => {
    const { port, own, cookie } = await openPages()
    for (const method of ['POST', 'PUT', 'DELETE']) {
      expect(await get(port, '/', { ...own, cookie }, method)).toMatchObject({
        status: 405,
        headers: { allow: 'GET, HEAD' },
      })
    }
  })
})

describe('the server', () => {
  test('takes the next free port where the wanted one is taken', async () => {
    const wantedPort = await takenPort()
    const { port, url } = await openPages({ wantedPort })
    expect(port).toBeGreaterThan(wantedPort)
    expect(new URL(url).port).toBe(String(port))
  })

  test('closes though a refused socket and an idle connection were never let go by the other side', async () => {
    const { port, own, cookie, dispose } = await openPages()
    const refused = await rawConnection(port)
    refused.send(
      `GET /contract HTTP/1.1\r\nHost: ${own.host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
    )
    await refused.received('401')
    const idle = await rawConnection(port)
    idle.send(`GET / HTTP/1.1\r\nHost: ${own.host}\r\nCookie: ${cookie}\r\n\r\n`)
    await idle.received('200')
    await dispose()
    await expect(rawConnection(port)).rejects.toThrow()
  })
})
