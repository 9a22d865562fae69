import type { LookupAddress } from 'node:dns'
import type { LookupFunction } from 'node:net'
import type { Readable } from 'node:stream'
import { Agent } from 'undici'

const CONNECT_TIMEOUT_MS = 10_000

type Question = {
  readonly url: URL
  /** The only addresses that may be connected to. */
  readonly addresses: readonly LookupAddress[]
  readonly signal: AbortSignal
  readonly token: string | null
}

export type MediaAnswer = {
  readonly httpStatus: number
  /** Where a redirect leads; null for other answers. */
  readonly location: string | null
  readonly contentType: string
  readonly contentLength: number | null
  readonly body: Readable
  /** Ends the connection, whatever has been read of it. */
  readonly close: () => void
}

/** GETs a URL from one of the given addresses, on a connection of its own. Follows nothing. Rejects as undici does. */
export async function askPinned({ url, addresses, signal, token }: Question): Promise<MediaAnswer> {
  const agent = new Agent({
    connect: { timeout: CONNECT_TIMEOUT_MS, lookup: pinned(addresses) },
    pipelining: 0,
  })
  const close = () => void agent.destroy()
  try {
    const { statusCode, headers, body } = await agent.request({
      origin: url.origin,
      path: `${url.pathname}${url.search}`,
      method: 'GET',
      headers: { accept: '*/*', ...(token !== null && { authorization: `Bearer ${token}` }) },
      signal,
    })
    // What is closed unread says so on the body, where nobody listens any more.
    body.on('error', () => undefined)
    const isRedirect = statusCode >= 300 && statusCode < 400
    const length = Number(headerText(headers['content-length']) || Number.NaN)
    return {
      httpStatus: statusCode,
      location: isRedirect ? headerText(headers.location) || null : null,
      contentType: essenceOf(headerText(headers['content-type'])),
      contentLength: Number.isSafeInteger(length) && length >= 0 ? length : null,
      body,
      close,
    }
  } catch (error) {
    close()
    throw error
  }
}

function pinned(addresses: readonly LookupAddress[]): LookupFunction {
  return (_hostname, options, callback) => {
    const [first] = addresses
    if (options.all === true) callback(null, [...addresses])
    else callback(null, first?.address ?? '', first?.family ?? 4)
  }
}

function headerText(value: string | readonly string[] | undefined): string {
  return (typeof value === 'string' ? value : value?.[0]) ?? ''
}

/** Type and subtype in lower case; empty for anything that is not of that form. */
function essenceOf(contentType: string): string {
  return /^\s*([\w.+-]+\/[\w.+-]+)\s*(;|$)/.exec(contentType)?.[1]?.toLowerCase() ?? ''
}
