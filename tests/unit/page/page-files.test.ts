import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createPageFiles, type PageAnswer } from '#electron/page/page-files.ts'

describe('the page files', () => {
  let folder: string
  let answer: (method: string, pathname: string) => Promise<PageAnswer>
  const get = (path: string) => answer('GET', path)

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
    ['/index.html', 'text/html; charset=utf-8'],
    ['/assets/main.js', 'text/javascript; charset=utf-8'],
    ['/assets/font.woff2', 'font/woff2'],
  ])('serves %s as %s, never to be sniffed', async (path, contentType) => {
    const response = await get(path)
    expect(response.status).toBe(200)
    expect(response.headers['content-type']).toBe(contentType)
    expect(response.headers['x-content-type-options']).toBe('nosniff')
  })

  it('serves bytes as they are', async () => {
    const { body } = await get('/assets/font.woff2')
    expect(body).toEqual(new Uint8Array([0, 159, 146, 150]))
  })

  it('gives each answer a nonce of its own, in the policy and in the page', async () => {
    const nonces = await Promise.all(
      ['/', '/'].map(async (path) => {
        const response = await get(path)
        const nonce = /content="([^"]+)"/.exec(String(response.body))?.[1]
        expect(response.headers['content-security-policy']).toContain(`'nonce-${nonce}'`)
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
    expect(response.body).toBeNull()
    expect(response.headers['content-security-policy']).toContain("default-src 'none'")
  })

  it.each(['POST', 'PUT', 'DELETE'])('refuses %s', async (method) => {
    expect(await answer(method, '/index.html')).toMatchObject({
      status: 405,
      headers: { allow: 'GET, HEAD' },
    })
  })

  it('answers HEAD without a body', async () => {
    expect(await answer('HEAD', '/index.html')).toMatchObject({ status: 200, body: null })
  })

  it('answers 404 for a file that a new build has taken away', async () => {
    await rm(join(folder, 'page/assets/main.js'))
    expect((await get('/assets/main.js')).status).toBe(404)
  })
})
