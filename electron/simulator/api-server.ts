import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { isLoopbackHost } from '../loopback/is-loopback-host.ts'
import type { AcceptMessage } from './accept-message.ts'
import type { ApplicationAnswer, ApplicationRequest } from './application-api.ts'
import type { Authorize } from './authorize.ts'
import { internalError, methodNotAllowed, notFound, tooLarge, wrongHost } from './http-answers.ts'
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
  readonly onError: (error: unknown) => void
}

/** The simulated Messages API and Application API as an HTTP server, not yet listening. */
export function createApiServer(deps: Deps): Server {
  return createServer(LIMITS, (request, response) => {
    answer(request, deps).then(
      (ready) => send(response, ready),
      (error: unknown) => {
        // A client that left before the end of its body needs no answer and is no error of ours.
        if (request.complete) deps.onError(error)
        send(response, internalError(deps.newInstance()))
      },
    )
  })
}

async function answer(request: IncomingMessage, deps: Deps): Promise<ApplicationAnswer> {
  const target = request.url ?? '/'
  if (!isOurHost(request.headers.host)) return wrongHost()
  const route = routeOf(request.method ?? '', target)
  if (route.kind === 'not-found') return notFound()
  if (route.kind === 'wrong-method') return methodNotAllowed(route.allow)
  const query = new URLSearchParams(target.split('?')[1] ?? '')
  if (route.kind === 'applications') return applications(request, { ...route, query }, deps)
  const authorized = await deps.authorize({
    authorizations: request.headersDistinct.authorization ?? [],
    query,
  })
  if (!authorized.ok) return authorized.answer
  const body = await readRequestBody(request, BODY_CAP_BYTES)
  return body === null ? tooLarge() : deps.acceptMessage(route.version, body, authorized.identity)
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
