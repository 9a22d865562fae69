import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { isLoopbackHost } from '../loopback/is-loopback-host.ts'

/**
 * Who may see the page in browser mode: whoever came once with the token in the address and has had the cookie since.
 * `Host` must name this computer, so that a foreign name that was made to resolve to 127.0.0.1 gets nothing; its port
 * may differ, because SSH forwards often choose another one.
 */
export function createPageAccess(token: string) {
  // Derived, so that a page reconnects by itself when the app is started again with the same --token.
  const session = createHash('sha256').update(`session of ${token}`).digest('base64url')
  const oneTimeTokens = new Set<string>()
  const cookieName = (port: number) => `workbench_${port}`
  return {
    isLoopbackHost: (request: IncomingMessage) =>
      isLoopbackHost(URL.parse(`http://${request.headers.host ?? ''}`)?.hostname ?? ''),
    isOwnOrigin,
    /** A browser leaves the origin out of the page's own plain requests; one that is there must be the page's. */
    isForeignOrigin: (request: IncomingMessage) =>
      request.headers.origin !== undefined && !isOwnOrigin(request),
    hasToken: (given: string | null) =>
      given !== null && (isSame(given, token) || oneTimeTokens.delete(given)),
    /** A token that lets in once: for an address that other programs may see, such as a browser's command line. */
    newOneTimeToken() {
      const oneTime = randomBytes(24).toString('base64url')
      oneTimeTokens.add(oneTime)
      return oneTime
    },
    hasCookie: (request: IncomingMessage, port: number) =>
      cookies(request).some(([name, value]) => name === cookieName(port) && isSame(value, session)),
    cookie: (port: number) => `${cookieName(port)}=${session}; HttpOnly; SameSite=Strict; Path=/`,
  }
}

function isOwnOrigin({ headers }: IncomingMessage): boolean {
  return headers.origin === `http://${headers.host}`
}

function cookies({ headers }: IncomingMessage): readonly (readonly [string, string])[] {
  return (headers.cookie ?? '').split(';').map((pair) => {
    const [name = '', value = ''] = pair.trim().split('=', 2)
    return [name, value]
  })
}

/** Constant time whatever the lengths: both sides are hashed first. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}
