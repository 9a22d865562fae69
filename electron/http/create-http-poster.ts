import { Agent, type Dispatcher, EnvHttpProxyAgent } from 'undici'
import type { NetworkFailure } from '#shared/messenger/explain-network.ts'
import { isLoopbackHost } from '../loopback/is-loopback-host.ts'
import { lookupLoopback } from '../loopback/lookup-loopback.ts'
import { networkFailureOf, type Target } from './network-failure.ts'
import { readCappedText } from './read-capped-text.ts'

const RESPONSE_CAP_BYTES = 1024 * 1024

type GetRequest = {
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly signal?: AbortSignal | undefined
}
type Method = 'GET' | 'POST' | 'PUT'
type PostRequest = GetRequest & { readonly body: string | Uint8Array }

export type PostResult =
  | {
      readonly kind: 'answered'
      readonly httpStatus: number
      readonly contentType: string
      readonly location: string | null
      /** At most 1 MiB of it. */
      readonly bodyText: string
    }
  | { readonly kind: 'failed'; readonly failure: NetworkFailure }

export type HttpPoster = {
  readonly post: (request: PostRequest) => Promise<PostResult>
  /** Replaces what is there, under the same rules. */
  readonly put: (request: PostRequest) => Promise<PostResult>
  /** Asks instead of telling, under the same rules. */
  readonly get: (request: GetRequest) => Promise<PostResult>
  readonly dispose: () => Promise<void>
}

/**
 * POSTs once and hands back whatever came: no redirect is followed, nothing is sent again, and a failure is a result.
 * Every request has a connection of its own, so none can fail on one that was about to close. Proxy settings of the
 * environment apply to other hosts, never to this computer. `timeoutMs` is for the whole exchange.
 */
export function createHttpPoster(options: {
  readonly connectTimeoutMs: number
  readonly timeoutMs: number
}): HttpPoster {
  // The whole exchange has its own timer; undici's are left out so that one limit says it all.
  const agentOptions = {
    connect: { timeout: options.connectTimeoutMs },
    headersTimeout: 0,
    bodyTimeout: 0,
    pipelining: 0,
    allowH2: false,
  }
  const direct = new Agent({
    ...agentOptions,
    connect: { ...agentOptions.connect, lookup: lookupLoopback },
  })
  let viaEnvironment: EnvHttpProxyAgent | null = null

  /** Made on first need, because a proxy setting that is no address throws: null, and only that request fails. */
  function dispatcherFor(url: URL): Dispatcher | null {
    if (isLoopbackHost(url.hostname)) return direct
    try {
      viaEnvironment ??= new EnvHttpProxyAgent(agentOptions)
      return viaEnvironment
    } catch {
      return null
    }
  }

  async function send(request: GetRequest, method: Method, body: Buffer | null): Promise<PostResult> {
    const dispatcher = dispatcherFor(request.url)
    if (dispatcher === null) return failed('proxy')
    const timeout = AbortSignal.timeout(options.timeoutMs)
    const signal = request.signal === undefined ? timeout : AbortSignal.any([timeout, request.signal])
    try {
      return await exchange(dispatcher, { ...request, method, body, signal })
    } catch (error) {
      if (request.signal?.aborted) return failed('cancelled')
      if (timeout.aborted) return failed('timeout')
      return { kind: 'failed', failure: networkFailureOf(error, targetOf(request.url)) }
    }
  }

  async function dispose(): Promise<void> {
    await Promise.all([direct.destroy(), viaEnvironment?.destroy()])
  }

  return {
    post: (request) => send(request, 'POST', Buffer.from(request.body)),
    put: (request) => send(request, 'PUT', Buffer.from(request.body)),
    get: (request) => send(request, 'GET', null),
    dispose,
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
): Promise<PostResult> {
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

function targetOf(url: URL): Target {
  const standard = url.protocol === 'https:' ? 443 : 80
  return { hostname: url.hostname, port: url.port === '' ? standard : Number(url.port) }
}

function failed(kind: NetworkFailure['kind']): PostResult {
  return { kind: 'failed', failure: { kind, systemCode: null } }
}
