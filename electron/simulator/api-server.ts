import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { ApiVersion } from '#shared/callback.ts'
import { isLoopbackHost } from '../loopback/is-loopback-host.ts'
import type { AcceptMessage } from './accept-message.ts'
import type { ApplicationAnswer, ApplicationRequest } from './application-api.ts'
import type { Authorize } from './authorize.ts'
import { internalError, methodNotAllowed, notFound, tooLarge, wrongHost } from './http-answers.ts'
import type { HandledRequest } from './note-request.ts'
import { readRequestBody } from './read-request-body.ts'
import { routeOf } from './routes.ts'

const BODY_CAP_BYTES = 1024 * 1024
const LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 5_000,
}

type Deps = {
  readonly authorize: Authorize
  readonly acceptMessage: AcceptMessage
  readonly answerApplications: (request: ApplicationRequest) => ApplicationAnswer
  readonly newInstance: () => string
  /** Before it is answered. */
  readonly onHandled: (request: HandledRequest) => void
  readonly onError: (error: unknown) => void
}

/** The simulated Messages API and Application API as an HTTP server, not yet listening. */
export function createApiServer(deps: Deps): Server {
  return createServer(LIMITS, (request, response) => {
    answerAndTell(request, deps).then(
      (ready) => send(response, ready),
      (error: unknown) => {
        // A client that left before the end of its body needs no answer and is no error of ours.
        if (request.complete) deps.onError(error)
        send(response, internalError(deps.newInstance()))
      },
    )
  })
}

type Answered = Pick<HandledRequest, 'answer' | 'message'>

async function answerAndTell(request: IncomingMessage, deps: Deps): Promise<ApplicationAnswer> {
  const answered = await answer(request, deps)
  deps.onHandled({
    ...answered,
    method: request.method ?? '',
    target: request.url ?? '/',
    authorization: request.headersDistinct.authorization?.[0] ?? '',
    // Browsers send it with every POST and every request to another origin; servers have no reason to.
    isFromWebPage: request.headers.origin !== undefined,
  })
  return answered.answer
}

async function answer(request: IncomingMessage, deps: Deps): Promise<Answered> {
  const target = request.url ?? '/'
  const noMessage = (only: ApplicationAnswer): Answered => ({ answer: only, message: null })
  if (!isOurHost(request.headers.host)) return noMessage(wrongHost())
  const route = routeOf(request.method ?? '', target)
  if (route.kind === 'not-found') return noMessage(notFound())
  if (route.kind === 'wrong-method') return noMessage(methodNotAllowed(route.allow))
  const query = new URLSearchParams(target.split('?')[1] ?? '')
  if (route.kind === 'applications') return noMessage(await applications(request, { ...route, query }, deps))
  return await messages(request, { version: route.version, query }, deps)
}

type ToMessages = { readonly version: ApiVersion; readonly query: URLSearchParams }

async function messages(
  request: IncomingMessage,
  { version, query }: ToMessages,
  deps: Deps,
): Promise<Answered> {
  const authorizations = request.headersDistinct.authorization ?? []
  const authorized = await deps.authorize({ authorizations, query })
  // Also what is refused is read: its sender is shown what it was.
  const body = await readRequestBody(request, BODY_CAP_BYTES)
  const message = body === null ? null : { version, body }
  if (!authorized.ok) return { answer: authorized.answer, message }
  return {
    answer: body === null ? tooLarge() : deps.acceptMessage(version, body, authorized.identity),
    message,
  }
}

async function applications(
  request: IncomingMessage,
  asked: Pick<ApplicationRequest, 'id' | 'method' | 'query'>,
  { answerApplications }: Deps,
): Promise<ApplicationAnswer> {
  const body = await readRequestBody(request, BODY_CAP_BYTES)
  if (body === null) return tooLarge()
  return answerApplications({
    ...asked,
    authorization: request.headers.authorization ?? '',
    contentType: request.headers['content-type'] ?? '',
    bodyText: body.toString('utf8'),
  })
}

/** A web page can point its own name at 127.0.0.1, but it cannot change the Host header the browser sends. */
function isOurHost(host: string | undefined): boolean {
  return isLoopbackHost(URL.parse(`http://${host ?? ''}`)?.hostname ?? '')
}

/** The official SDKs read a body only if its type is application/json, so errors have it too. */
function send(response: ServerResponse, answer: ApplicationAnswer): void {
  const text = 'text' in answer ? answer.text : JSON.stringify(answer.body)
  response.writeHead(answer.status, {
    ...('headers' in answer ? answer.headers : {}),
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  })
  response.end(text)
}
