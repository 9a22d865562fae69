import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createPageFiles } from '#electron/desktop/page-files.ts'

describe('the page files', () => {
  let folder: string
  let answer: (request: Request) => Promise<Response>
  const get = (path: string, init?: RequestInit) => answer(new Request(`app://bundle${path}`, init))

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'page-files-'))
    await mkdir(join(folder, 'page/assets'), { recursive: true })
    await mkdir(join(folder, 'page.js'))
    await writeFile(join(folder, 'secret.json'), '{}')
    await writeFile(join(folder, 'page/index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__">')
    await writeFile(join(folder, 'page/assets/main.js'), 'run()')
    await writeFile(join(folder, 'page/assets/font.woff2'), Buffer.from([0, 159, 146, 150]))
    await writeFile(join(folder, 'page/.env'), 'SECRET=1')
    answer = createPageFiles(join(folder, 'page'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/index.html?view=settings', 'text/html; charset=utf-8'],
    ['/assets/main.js', 'text/javascript; charset=utf-8'],
    ['/assets/font.woff2', 'font/woff2'],
  ])('serves %s as %s, never to be sniffed', async (path, contentType) => {
    const response = await get(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe(contentType)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('serves bytes as they are', async () => {
    const bytes = await (await get('/assets/font.woff2')).bytes()
    expect([...bytes]).toEqual([0, 159, 146, 150])
  })

  it('gives each answer a nonce of its own, in the policy and in the page', async () => {
    const nonces = await Promise.all(
      ['/', '/'].map(async (path) => {
        const response = await get(path)
        const nonce = /content="([^"]+)"/.exec(await response.text())?.[1]
        expect(response.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`)
        return nonce
      }),
    )
    expect(nonces[0]).not.toBe(nonces[1])
  })

  it.each([
    '/missing.js',
    '/assets',
    '/assets/',
    '/.env',
    '/../secret.json',
    '/%2e%2e/secret.json',
    '/..%2fsecret.json',
    '/..%5csecret.json',
    '/assets/..%2f..%2fsecret.json',
    '/../page.js',
    '/%00.js',
    '/%zz.js',
    '/index.html/x.js',
  ])('has nothing at %s', async (path) => {
    const response = await get(path)
    expect(response.status).toBe(404)
    expect(await response.text()).toBe('')
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  it.each(['POST', 'PUT', 'DELETE'])('refuses %s', async (method) => {
    expect((await get('/index.html', { method })).status).toBe(405)
  })

  it('answers HEAD without a body', async () => {
    const response = await get('/index.html', { method: 'HEAD' })
    expect([response.status, await response.text()]).toEqual([200, ''])
  })

  it.each(['app://other/index.html', 'https://bundle/index.html'])(
    'does not answer for %s',
    async (address) => {
      expect((await answer(new Request(address))).status).toBe(404)
    },
  )
})
