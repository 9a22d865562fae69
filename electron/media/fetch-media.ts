import { WorkbenchError } from '#shared/errors.ts'
import type { FetchedMedia, MediaKind } from '#shared/media.ts'
import { explainMedia, type MediaFailure } from '#shared/messenger/explain-media.ts'
import { networkFailureOf } from '../http/network-failure.ts'
import { askPinned, type MediaAnswer } from './ask-pinned.ts'
import { type AddressRules, mediaAddresses } from './media-addresses.ts'
import { readMedia } from './read-media.ts'

const MOST_REDIRECTS = 5
const TIMEOUT_MS = 15_000

type Deps = AddressRules & {
  /** Whether a URL may be shown a token when it asks for one. */
  readonly takesToken: (url: URL) => boolean
  readonly timeoutMs?: number
}

type MediaRequest = {
  /** From the stored callback, never from the page. */
  readonly url: string
  readonly kind: MediaKind
  /** The callback came from this computer's own simulator, whose media may lie at a loopback address. */
  readonly allowsLoopback: boolean
  /** A token for a host that asks for one; null when there is none. */
  readonly token: () => Promise<string | null>
}

type Visit = { readonly url: URL; readonly allowsLoopback: boolean; readonly signal: AbortSignal }

/**
 * Gets what a message points to: once, over http or https, from public addresses, without the environment's proxies
 * (which would look names up anew), at most 10 MiB in 15 s, and only if it is the kind of content it should be.
 * Throws a WorkbenchError: MEDIA_…, HTTP_REFUSED or NETWORK_….
 */
export function createMediaFetcher(deps: Deps) {
  async function visit({ url, allowsLoopback, signal }: Visit, token: string | null): Promise<MediaAnswer> {
    const addresses = await beforeAbort(mediaAddresses(url, allowsLoopback, deps), signal)
    if (addresses.length === 0) throw failed({ kind: 'private-address', host: url.host })
    return askPinned({ url, addresses, signal, token })
  }

  /** Asks without a token first: it is nobody's business who looks at public media. */
  async function ask(visiting: Visit, makeToken: MediaRequest['token']): Promise<MediaAnswer> {
    const answer = await visit(visiting, null)
    if (answer.httpStatus !== 401) return answer
    const { host } = visiting.url
    answer.close()
    if (!deps.takesToken(visiting.url)) throw failed({ kind: 'unauthorised', host, token: 'not-for-host' })
    const token = await makeToken()
    if (token === null) throw failed({ kind: 'unauthorised', host, token: 'none' })
    const second = await visit(visiting, token)
    if (second.httpStatus !== 401) return second
    second.close()
    throw failed({ kind: 'unauthorised', host, token: 'sent' })
  }

  return async (request: MediaRequest): Promise<FetchedMedia> => {
    const signal = AbortSignal.timeout(deps.timeoutMs ?? TIMEOUT_MS)
    let url = readUrl(request.url)
    try {
      for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
        const allowsLoopback = request.allowsLoopback && hop === 0
        const answer = await ask({ url, allowsLoopback, signal }, request.token)
        try {
          if (answer.location === null) return await readMedia(answer, request.kind, url.host)
          url = readUrl(answer.location, url)
        } finally {
          answer.close()
        }
      }
    } catch (error) {
      throw explained(error, url, signal)
    }
    throw failed({ kind: 'too-many-redirects', host: url.host })
  }
}

function readUrl(text: string, base?: URL): URL {
  const url = URL.parse(text, base?.href)
  if (url === null || !/^https?:$/.test(url.protocol)) throw failed({ kind: 'bad-url', url: text })
  return url
}

/** Looking up a name cannot be called off; waiting for it can. */
function beforeAbort<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>()
  const stop = () => reject(signal.reason)
  if (signal.aborted) stop()
  else signal.addEventListener('abort', stop, { once: true })
  return Promise.race([work, promise]).finally(() => signal.removeEventListener('abort', stop))
}

function explained(error: unknown, url: URL, signal: AbortSignal): unknown {
  if (error instanceof WorkbenchError) return error
  const { host, hostname } = url
  if (signal.aborted) {
    return failed({ kind: 'network', host, failure: { kind: 'timeout', systemCode: null } })
  }
  const standard = url.protocol === 'https:' ? 443 : 80
  const port = url.port === '' ? standard : Number(url.port)
  return failed({ kind: 'network', host, failure: networkFailureOf(error, { hostname, port }) })
}

function failed(failure: MediaFailure): WorkbenchError {
  return new WorkbenchError(explainMedia(failure))
}
