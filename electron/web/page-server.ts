import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { contract, type WorkbenchContract } from '#shared/contract.ts'
import type { Handlers } from '#shared/rpc.ts'
import type { Log } from '../log/log.ts'
import { closeServer } from '../loopback/close-server.ts'
import { listenOnLoopback } from '../loopback/listen-on-loopback.ts'
import { createPageFiles, type PageAnswer } from '../page/page-files.ts'
import { acceptPages } from './accept-pages.ts'
import { createPageAccess } from './page-access.ts'
import { type Transfers, transferFile } from './transfer-files.ts'

type Deps = {
  readonly wantedPort: number
  readonly avoidPorts: readonly number[]
  /** The folder of the built page. */
  readonly pageFolder: string
  readonly token: string
  readonly handlers: Handlers<WorkbenchContract>
  readonly transfers: Transfers
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
  const access = createPageAccess(deps.token)
  const files = createPageFiles(deps.pageFolder)
  /** What changes something must say that it comes from the page; a plain request of a browser need not. */
  const isTransfer = (request: IncomingMessage, response: ServerResponse, path: string) =>
    (request.method === 'GET' || access.isOwnOrigin(request)) &&
    transferFile(request, response, { path, transfers: deps.transfers })
  const server = createServer((request, response) => {
    const target = URL.parse(request.url ?? '', 'http://page')
    if (target === null || !access.isLoopbackHost(request)) refuse(response, 421)
    else if (access.isForeignOrigin(request)) refuse(response, 403)
    else if (access.hasToken(target.searchParams.get('token')))
      redirectWithCookie(response, access.cookie(port))
    else if (!access.hasCookie(request, port)) refuse(response, 401)
    else if (isTransfer(request, response, target.pathname)) return
    else answerWithFile(response, files(request.method ?? '', target.pathname), deps.log)
  })
  // A large session takes as long to send as it takes to store.
  server.requestTimeout = 0
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

const REFUSALS = {
  401: 'This page needs the token of this start. Open the address that Messenger Workbench printed in the terminal.\n',
  403: 'This server answers only its own page.\n',
  421: 'This server answers only at 127.0.0.1 and localhost.\n',
} as const

function refuse(response: ServerResponse, status: keyof typeof REFUSALS): void {
  response
    .writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
    .end(REFUSALS[status])
}

/** The token leaves the address bar and the history at once. */
function redirectWithCookie(response: ServerResponse, cookie: string): void {
  response.writeHead(303, { location: '/', 'set-cookie': cookie, 'cache-control': 'no-store' }).end()
}

function answerWithFile(response: ServerResponse, answer: Promise<PageAnswer>, log: Log): void {
  answer
    .then(({ status, headers, body }) => response.writeHead(status, headers).end(body ?? undefined))
    .catch((err: unknown) => {
      log.error({ err }, 'A file of the page could not be read.')
      response.writeHead(500).end()
    })
}
