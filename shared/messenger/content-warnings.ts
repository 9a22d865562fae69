import type { ReplyFacts } from './reply-facts.ts'
import type { ReplyWarning } from './reply-warnings.ts'
import { textLength } from './text-length.ts'

/** Longest text of a Messenger message, "including unicode". Whether more is refused, and what is counted, is open. */
export const TEXT_LIMIT = 640
const URL_LIMITS = { shortest: 10, longest: 2000 }

/** Endings of the file name that the specs name. Of files they name examples. */
const SUFFIXES: Readonly<Record<string, readonly string[]>> = {
  image: ['.jpg', '.jpeg', '.png', '.gif'],
  audio: ['.mp3'],
  video: ['.mp4'],
  file: ['.zip', '.csv', '.pdf'],
}

/**
 * What may be refused about the text or the media of a reply.
 * Source: Messages API v1 spec, text and media of the Messenger channel; v0.1 spec, file.
 */
export function contentWarnings({ type, text, url }: ReplyFacts): readonly ReplyWarning[] {
  if (type === 'text') return textWarnings(text)
  return typeof type === 'string' && Object.hasOwn(SUFFIXES, type) ? urlWarnings(type, url) : []
}

function textWarnings(text: unknown): readonly ReplyWarning[] {
  if (text === null || text === '')
    return [{ field: 'text', kind: 'missing', text: 'The text is empty. The API requires one.' }]
  if (typeof text !== 'string')
    return [{ field: 'text', kind: 'doubt', text: 'The text is not a JSON string.' }]
  const { codePoints, units } = textLength(text)
  if (units <= TEXT_LIMIT) return []
  const limit = `The documented limit is ${TEXT_LIMIT}`
  const count =
    units === codePoints
      ? `${units} characters. ${limit}; it can be sent all the same.`
      : `${codePoints} characters, which are ${units} UTF-16 units. ${limit}, without saying of what; it can be sent all the same.`
  return [{ field: 'text', kind: 'doubt', text: count }]
}

function urlWarnings(type: string, url: unknown): readonly ReplyWarning[] {
  if (url === null || url === '')
    return [{ field: 'url', kind: 'missing', text: 'The URL is empty. The API requires one.' }]
  if (typeof url !== 'string') return [{ field: 'url', kind: 'doubt', text: 'The URL is not a JSON string.' }]
  const address = addressFault(url)
  if (address !== null) return [{ field: 'url', kind: 'doubt', text: address }]
  const faults = [insecure(url), audioLengthFault(type, url), suffixFault(type, url)]
  return faults
    .filter((fault) => fault !== null)
    .map((text) => ({ field: 'url' as const, kind: 'doubt' as const, text }))
}

/** Why a text is no address on the web; null when it is one. */
export function addressFault(url: string): string | null {
  if (!URL.canParse(url)) return 'This is not a whole URL. It begins with https:// and a host.'
  const { protocol } = new URL(url)
  return protocol === 'https:' || protocol === 'http:'
    ? null
    : `Meta and Vonage cannot fetch from ${protocol} addresses.`
}

/** What is open about an address without TLS; null for others. */
export function insecure(url: string): string | null {
  return new URL(url).protocol === 'http:'
    ? 'The documents show https: only. Whether http: is taken is not documented.'
    : null
}

function audioLengthFault(type: string, url: string): string | null {
  const isWithin = url.length >= URL_LIMITS.shortest && url.length <= URL_LIMITS.longest
  if (type !== 'audio' || isWithin) return null
  return `${url.length} characters. An audio URL has ${URL_LIMITS.shortest} to ${URL_LIMITS.longest}.`
}

function suffixFault(type: string, url: string): string | null {
  const suffixes = SUFFIXES[type] ?? []
  const path = new URL(url).pathname.toLowerCase()
  if (suffixes.some((suffix) => path.endsWith(suffix))) return null
  const named = `${suffixes.slice(0, -1).join(', ')}${suffixes.length > 1 ? ' and ' : ''}${suffixes.at(-1)}`
  return type === 'file'
    ? `The documents name ${named} for files and leave others to Messenger.`
    : `The documents name ${named} for ${type}.`
}
