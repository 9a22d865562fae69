import type { Dispatcher } from 'undici'
import type { NetworkFailure } from '#shared/messenger/explain-network.ts'
import { createDispatchers } from './dispatchers.ts'
import { networkFailureOf, placeOf } from './network-failure.ts'
import { readCappedText } from './read-capped-text.ts'

const RESPONSE_CAP_BYTES = 1024 * 1024

type GetRequest = {
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly signal?: AbortSignal | undefined
}
type Method = 'GET' | 'POST' | 'PUT'
type BodyRequest = GetRequest & { readonly body: string | Uint8Array }

export type HttpResult =
  | {
      readonly kind: 'answered'
      readonly httpStatus: number
      readonly contentType: string
      readonly location: string | null
      /** At most 1 MiB of it. */
      readonly bodyText: string
    }
  | { readonly kind: 'failed'; readonly failure: NetworkFailure }

export type HttpClient = {
  readonly post: (request: BodyRequest) => Promise<HttpResult>
  /** Replaces what is there, under the same rules. */
  readonly put: (request: BodyRequest) => Promise<HttpResult>
  /** Asks instead of telling, under the same rules. */
  readonly get: (request: GetRequest) => Promise<HttpResult>
  readonly dispose: () => Promise<void>
}

/**
 * Asks once and hands back whatever came: no redirect is followed, nothing is sent again, and a failure is a result.
 * Connections and proxies are as in createDispatchers. `timeoutMs` is for the whole exchange.
 */
export function createHttpClient(options: {
  readonly connectTimeoutMs: number
  readonly timeoutMs: number
}): HttpClient {
  const dispatchers = createDispatchers(options)

  async function send(request: GetRequest, method: Method, body: Buffer | null): Promise<HttpResult> {
    const dispatcher = dispatchers.forUrl(request.url)
    if (dispatcher === null) return failed('proxy')
    const timeout = AbortSignal.timeout(options.timeoutMs)
    const signal = request.signal === undefined ? timeout : AbortSignal.any([timeout, request.signal])
    try {
      return await exchange(dispatcher, { ...request, method, body, signal })
    } catch (error) {
      if (request.signal?.aborted) return failed('cancelled')
      if (timeout.aborted) return failed('timeout')
      return { kind: 'failed', failure: networkFailureOf(error, placeOf(request.url)) }
    }
  }

  return {
    post: (request) => send(request, 'POST', Buffer.from(request.body)),
    put: (request) => send(request, 'PUT', Buffer.from(request.body)),
    get: (request) => send(request, 'GET', null),
    dispose: dispatchers.dispose,
  }
}

type Exchange = GetRequest & {
  readonly method: Method
  readonly body: Buffer | null
  readonly signal: AbortSignal
}

async function exchange(
  dispatcher: Dispatcher,
  { url, method, headers, body, signal }: Exchange,
): Promise<HttpResult> {
  const response = await dispatcher.request({
    origin: url.origin,
    path: `${url.pathname}${url.search}`,
    method,
    headers,
    body,
    signal,
  })
  return {
    kind: 'answered',
    httpStatus: response.statusCode,
    contentType: headerText(response.headers['content-type']) ?? '',
    location: headerText(response.headers.location),
    bodyText: await readCappedText(response.body, RESPONSE_CAP_BYTES),
  }
}

function headerText(value: string | readonly string[] | undefined): string | null {
  if (value === undefined) return null
  return typeof value === 'string' ? value : (value[0] ?? null)
}

function failed(kind: NetworkFailure['kind']): HttpResult {
  return { kind: 'failed', failure: { kind, systemCode: null } }
}
