import type { Dispatcher } from 'undici'
import { z } from 'zod'
import type { NetworkFailure } from '#shared/messenger/explain-network.ts'
import { explainTargetFailure } from '#shared/messenger/explain-target-failure.ts'
import { exactBody } from '../bytes/exact-body.ts'
import { createDispatchers } from '../http/dispatchers.ts'
import { networkFailureOf, placeOf } from '../http/network-failure.ts'
import { readFirstBytes } from '../http/read-first-bytes.ts'
import { endToEndHeaders } from './end-to-end-headers.ts'
import type { TargetClient, TargetExchange, TargetRequest } from './target-client.ts'

const CONNECT_TIMEOUT_MS = 3_000
const TIMEOUT_MS = 15_000

/** undici gives them so where it is asked for raw ones, whatever its types say. */
const RawHeaders = z.array(z.string())

/** Time limits for tests; the usual ones are 3 s for the connection and 15 s for all. */
type Options = { readonly connectTimeoutMs?: number; readonly timeoutMs?: number }

/** Sends callbacks to the developer's own webhook server. No redirect is followed, nothing is sent again. */
export function createTargetClient({
  connectTimeoutMs = CONNECT_TIMEOUT_MS,
  timeoutMs = TIMEOUT_MS,
}: Options = {}): TargetClient {
  const dispatchers = createDispatchers({ connectTimeoutMs })

  async function attempt(request: TargetRequest): Promise<TargetExchange['outcome']> {
    const { url } = request
    let httpStatus: number | null = null
    const onStatus = (status: number) => {
      httpStatus = status
    }
    const failed = (failure: NetworkFailure) =>
      ({ kind: 'failed', error: explainTargetFailure(failure, url.host, httpStatus) }) as const
    const dispatcher = dispatchers.forUrl(url)
    if (dispatcher === null) return failed({ kind: 'proxy', systemCode: null })
    const timeout = AbortSignal.timeout(timeoutMs)
    const signal = request.signal === undefined ? timeout : AbortSignal.any([timeout, request.signal])
    try {
      return await exchange(dispatcher, request, { signal, onStatus })
    } catch (error) {
      if (request.signal?.aborted) return failed({ kind: 'cancelled', systemCode: null })
      if (timeout.aborted) return failed({ kind: 'timeout', systemCode: null })
      return failed(networkFailureOf(error, placeOf(url)))
    }
  }

  return {
    async send(request) {
      const startedAtMs = performance.now()
      const outcome = await attempt(request)
      return { outcome, durationMs: performance.now() - startedAtMs }
    },
    dispose: dispatchers.dispose,
  }
}

async function exchange(
  dispatcher: Dispatcher,
  { url, headers, body, keptBytes }: TargetRequest,
  { signal, onStatus }: { readonly signal: AbortSignal; readonly onStatus: (status: number) => void },
): Promise<TargetExchange['outcome']> {
  const response = await dispatcher.request({
    origin: url.origin,
    path: `${url.pathname}${url.search}`,
    method: 'POST',
    headers: endToEndHeaders(headers).flat(),
    body: Buffer.from(body),
    responseHeaders: 'raw',
    signal,
  })
  onStatus(response.statusCode)
  const { bytes, isCut } = await readFirstBytes(response.body, keptBytes)
  return {
    kind: 'answered',
    httpStatus: response.statusCode,
    headers: pairsOf(RawHeaders.parse(response.headers)),
    body: exactBody(bytes),
    isBodyCut: isCut,
  }
}

function pairsOf(flat: readonly string[]): [string, string][] {
  return Array.from({ length: flat.length / 2 }, (_, index) => [
    flat[index * 2] ?? '',
    flat[index * 2 + 1] ?? '',
  ])
}
