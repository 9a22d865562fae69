import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { pageHeaders, withNonce } from './page-policy.ts'

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

export type PageAnswer = {
  readonly status: 200 | 404 | 405
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array<ArrayBuffer> | null
}

/**
 * Answers requests for the page's files from one folder, read-only: GET and HEAD, no way out of the folder, known
 * file types only. Every answer carries the page's headers; index.html carries the nonce of its answer. Files are read
 * whole, so that one that a new build has taken away is a 404 and not a broken stream.
 */
export function createPageFiles(folder: string): (method: string, pathname: string) => Promise<PageAnswer> {
  return async (method, pathname) => {
    if (method !== 'GET' && method !== 'HEAD') return refuse(405)
    const path = fileAt(folder, pathname)
    const contentType = path === null ? undefined : CONTENT_TYPES[extname(path)]
    if (path === null || contentType === undefined) return refuse(404)
    const nonce = randomBytes(16).toString('base64')
    const body = await read(path, nonce)
    if (body === null) return refuse(404)
    const headers = { ...pageHeaders(nonce), 'content-type': contentType }
    return { status: 200, headers, body: method === 'HEAD' ? null : body }
  }
}

/** The file a URL's path names, or null where it names none inside the folder. */
function fileAt(folder: string, pathname: string): string | null {
  const asked = decoded(pathname)
  if (asked === null || asked.includes('\0') || asked.includes('\\')) return null
  const path = normalize(join(folder, asked === '/' ? 'index.html' : asked))
  return path.startsWith(normalize(folder) + sep) ? path : null
}

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return null
  }
}

async function read(path: string, nonce: string): Promise<string | Uint8Array<ArrayBuffer> | null> {
  try {
    if (extname(path) === '.html') return withNonce(await readFile(path, 'utf8'), nonce)
    return new Uint8Array(await readFile(path))
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

function isMissing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR'
}

function refuse(status: 404 | 405): PageAnswer {
  const headers = pageHeaders(randomBytes(16).toString('base64'))
  return { status, headers: status === 405 ? { ...headers, allow: 'GET, HEAD' } : headers, body: null }
}
