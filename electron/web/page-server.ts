import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import sirv from 'sirv'
import { contract, type WorkbenchContract } from '#shared/contract.ts'
import type { Handlers } from '#shared/rpc.ts'
import type { Log } from '../log/log.ts'
import { closeServer } from '../loopback/close-server.ts'
import { listenOnLoopback } from '../loopback/listen-on-loopback.ts'
import { pageHeaders, withNonce } from '../page/page-policy.ts'
import { acceptPages } from './accept-pages.ts'
import { createPageAccess, type PageAccess } from './page-access.ts'

type Deps = {
  readonly wantedPort: number
  readonly avoidPorts: readonly number[]
  /** The folder of the built page. */
  readonly pageFolder: string
  readonly token: string
  readonly handlers: Handlers<WorkbenchContract>
  readonly log: Log
}

export type PageServer = {
  readonly port: number
  /** The address that lets in for the whole run. */
  readonly url: string
  /** An address that lets in once. */
  readonly oneTimeUrl: () => string
  readonly dispose: () => Promise<void>
}

/** Browser mode's server: the page and its WebSocket, on 127.0.0.1, for whoever has this start's token. */
export async function createPageServer(deps: Deps): Promise<PageServer> {
  const access = createPageAccess({ token: deps.token, session: randomBytes(24).toString('base64url') })
  const files = servePageFiles(deps.pageFolder)
  const server = createServer((request, response) => {
    const target = URL.canParse(request.url ?? '', 'http://page')
      ? new URL(request.url ?? '', 'http://page')
      : null
    const entry = target === null ? null : enter(access, request, target, port)
    if (target === null || entry === null || entry === 'refused')
      refuse(response, entry === 'refused' ? 401 : 421)
    else if (entry === 'let-in') redirectWithCookie(response, access.cookie(port))
    else files(request, response, target.pathname)
  })
  const pages = acceptPages(server, {
    mayConnect: (request) =>
      access.isLoopbackHost(request) && access.isOwnOrigin(request) && access.hasCookie(request, port),
    contract,
    handlers: deps.handlers,
    log: deps.log,
  })
  const port = await listenOnLoopback(server, deps.wantedPort, deps.avoidPorts)
  return {
    port,
    url: urlWith(port, deps.token),
    oneTimeUrl: () => urlWith(port, access.newOneTimeToken()),
    async dispose() {
      pages.dispose()
      await closeServer(server)
    },
  }
}

function urlWith(port: number, token: string): string {
  return `http://127.0.0.1:${port}/?token=${encodeURIComponent(token)}`
}

/** What a request is entitled to; null when it does not even name this computer. */
function enter(access: PageAccess, request: IncomingMessage, target: URL, port: number) {
  if (!access.isLoopbackHost(request)) return null
  if (access.hasToken(target.searchParams.get('token'))) return 'let-in'
  return access.hasCookie(request, port) ? 'known' : 'refused'
}

function refuse(response: ServerResponse, status: 401 | 421): void {
  const text =
    status === 401
      ? 'This page needs the token of this start. Open the address that Messenger Workbench printed in the terminal.\n'
      : 'This server answers only at 127.0.0.1 and localhost.\n'
  response
    .writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
    .end(text)
}

/** The token leaves the address bar and the history at once. */
function redirectWithCookie(response: ServerResponse, cookie: string): void {
  response.writeHead(303, { location: '/', 'set-cookie': cookie, 'cache-control': 'no-store' }).end()
}

function servePageFiles(folder: string) {
  const index = readFileSync(join(folder, 'index.html'), 'utf8')
  const assets = sirv(folder, { extensions: [] })
  return (request: IncomingMessage, response: ServerResponse, path: string) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end()
      return
    }
    const nonce = randomBytes(16).toString('base64')
    for (const [name, value] of Object.entries(pageHeaders(nonce))) response.setHeader(name, value)
    if (path === '/' || path === '/index.html') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(withNonce(index, nonce))
      return
    }
    assets(request, response, () => {
      response.writeHead(404).end()
    })
  }
}
