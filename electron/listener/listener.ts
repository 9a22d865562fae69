import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { readCallback } from '#shared/messenger/read-callback.ts'
import { DROPPED, type ResponseRule } from '#shared/response-rule.ts'
import type { Log } from '../log/log.ts'
import { closeServer } from '../loopback/close-server.ts'
import { listenOnLoopback } from '../loopback/listen-on-loopback.ts'
import type { Answer } from '../store/answer-log.ts'
import type { Intake, StoredIntake } from '../store/intake.ts'
import { answer, answerWith, type GivenAnswer } from './answer.ts'
import { declaresTooMuch, readBody } from './read-body.ts'
import type { ResponseRules } from './response-rules.ts'
import { routeOf, webhookUrls } from './webhook-paths.ts'

type Deps = {
  readonly wantedPort: number
  readonly avoidPorts: readonly number[]
  /** Resolves when the request is on disk; only then is it acknowledged. */
  readonly append: (intake: Intake) => Promise<number>
  readonly answered: (answer: Answer) => void
  readonly rules: Pick<ResponseRules, 'take'>
  /**
   * Decides the answer to a stored callback that no rule answers; null leaves it at 200, and null at once costs no time.
   * Called before the callback is derived. Never rejects.
   */
  readonly answerInstead?: (intake: StoredIntake) => Promise<GivenAnswer | null> | null
  /** What a request target is answered with, without being captured; null for all but the tunnel's own tests. */
  readonly answerTest: (target: string) => string | null
  /** The random part of public addresses; null: they have none. */
  readonly segment: () => string | null
  /** A callback could not be stored and was answered 503. */
  readonly onStoreFailure: (error: unknown) => void
  readonly nowMs: () => number
  readonly log: Log
}

export type Listener = {
  readonly port: number
  readonly wantedPort: number
  readonly inboundUrl: string
  readonly statusUrl: string
  readonly dispose: () => Promise<void>
}

const LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 10_000,
  connectionsCheckingInterval: 2_000,
  maxHeaderSize: 32 * 1024,
} as const
const MAX_CONNECTIONS = 1_024

/**
 * The HTTP server that captures: on 127.0.0.1, two webhook paths, POST only, nothing else behind this port.
 * A request is answered 200 only after it is on disk; whatever comes in is captured, whether it makes sense or not.
 * Throws PORT_UNAVAILABLE.
 */
export async function createListener(deps: Deps): Promise<Listener> {
  const server = createServer(LIMITS)
  server.maxConnections = MAX_CONNECTIONS
  const handle = (request: IncomingMessage, response: ServerResponse) => {
    capture(deps, request, response).catch((err: unknown) => {
      deps.log.error({ err }, 'A request could not be handled.')
      response.destroy()
    })
  }
  server.on('request', handle)
  server.on('checkContinue', (request, response) => {
    if (!declaresTooMuch(request)) response.writeContinue()
    handle(request, response)
  })
  // Node would answer 417 by itself, and nobody would see what came.
  server.on('checkExpectation', handle)
  refuseBrokenHttp(server, deps.log)

  const port = await listenOnLoopback(server, deps.wantedPort, deps.avoidPorts)
  return {
    port,
    wantedPort: deps.wantedPort,
    ...webhookUrls(`http://127.0.0.1:${port}`),
    dispose: () => closeServer(server),
  }
}

async function capture(deps: Deps, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const receivedAtMs = deps.nowMs()
  const startedAtMs = performance.now()
  const { method = '', url: path = '' } = request
  const proof = deps.answerTest(path)
  if (proof !== null) {
    response.end(proof)
    return
  }
  const route = routeOf({ target: path, headers: request.headers }, deps.segment())
  const { body, flaw } = await readBody(request)
  const intake: Intake = {
    receivedAtMs,
    route,
    method,
    path,
    flaw,
    headers: headerPairs(request.rawHeaders),
    body,
  }
  try {
    const seq = await deps.append(intake)
    if (flaw === 'cut-off') return
    const usual = answerStatus(intake)
    const special = usual === 200 ? specialAnswer(deps, { ...intake, seq }, response) : null
    if (special === null) answer(response, usual)
    const httpStatus = special === null ? usual : await special
    deps.answered({ seq, httpStatus, durationMs: performance.now() - startedAtMs })
  } catch (error) {
    deps.onStoreFailure(error)
    answer(response, 503)
  }
}

/**
 * Answers a callback as a rule says, else as somebody decides in the listener's place, and resolves with the status.
 * Null: nobody wants anything but 200, which is known at once.
 */
function specialAnswer(deps: Deps, intake: StoredIntake, response: ServerResponse): Promise<number> | null {
  const rule = deps.rules.take(() => readCallback(intake))
  if (rule !== null) return answerByRule(rule, response)
  const given = deps.answerInstead?.(intake) ?? null
  return given === null ? null : answerAsGiven(given, response)
}

async function answerByRule(rule: ResponseRule, response: ServerResponse): Promise<number> {
  const httpStatus = await obey(rule, response)
  if (httpStatus === DROPPED) response.destroy()
  else answer(response, httpStatus)
  return httpStatus
}

async function answerAsGiven(
  deciding: Promise<GivenAnswer | null>,
  response: ServerResponse,
): Promise<number> {
  const given = await deciding
  if (given !== null && response.destroyed) return DROPPED
  if (given === null) answer(response, 200)
  else answerWith(response, given)
  return given?.httpStatus ?? 200
}

/** Waits as the rule says (or until the sender gives up) and resolves with what it answers. */
async function obey({ action, delayMs }: ResponseRule, response: ServerResponse): Promise<number> {
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  await delay(delayMs, undefined, { signal: gone.signal }).catch(() => undefined)
  return action.kind === 'drop' || response.destroyed ? DROPPED : action.httpStatus
}

function answerStatus({ route, method, flaw }: Intake): number {
  if (route === 'other') return 404
  if (method !== 'POST') return 405
  return flaw === 'too-large' ? 413 : 200
}

function headerPairs(rawHeaders: readonly string[]): readonly (readonly [string, string])[] {
  const pairs: (readonly [string, string])[] = []
  for (let at = 0; at < rawHeaders.length; at += 2)
    pairs.push([rawHeaders[at] ?? '', rawHeaders[at + 1] ?? ''])
  return pairs
}

/** What is not HTTP, has oversized headers or comes too slowly never becomes a request. */
function refuseBrokenHttp(server: Server, log: Log): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    // The sender has gone: there is nobody to refuse.
    if (error.code === 'ECONNRESET') {
      socket.destroy()
      return
    }
    log.warn({ code: error.code }, 'A connection that sent no valid HTTP request was refused.')
    if (!socket.writable) {
      socket.destroy()
      return
    }
    socket.end(`HTTP/1.1 ${brokenHttpStatus(error.code)}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`)
  })
}

function brokenHttpStatus(code: string | undefined): string {
  if (code === 'HPE_HEADER_OVERFLOW') return '431 Request Header Fields Too Large'
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? '408 Request Timeout' : '400 Bad Request'
}
