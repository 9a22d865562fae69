import type { Fake } from './fake-ids.ts'
import type { BodyOrigin } from './redact-body.ts'
import { redactBody } from './redact-body.ts'
import { crossedOut, isPlainName, redactSentence } from './redact-text.ts'

type Header = readonly [string, string]
/** The bytes of a body before and after its redaction. */
type Sizes = { readonly before: number; readonly after: number }

/** Headers that say how something was sent, and not by whom. */
const KEPT = new Set(
  'content-type accept accept-encoding accept-language connection transfer-encoding date user-agent expect cache-control x-forwarded-proto x-forwarded-port upgrade-insecure-requests'.split(
    ' ',
  ),
)
const HOSTS = new Set(['host', 'x-forwarded-host', 'x-original-host', ':authority'])
const ADDRESSES = new Set(
  'x-forwarded-for x-real-ip true-client-ip cf-connecting-ip x-client-ip x-cluster-client-ip fastly-client-ip'.split(
    ' ',
  ),
)
const THIS_COMPUTER = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/i
const ADDRESS = /^(\d{1,3}(\.\d{1,3}){3}|[0-9a-f:.]*:[0-9a-f:.]*)$/i

/** Header values without signatures, addresses, hosts and whatever nobody knows the meaning of; names stay where they are words. */
export function redactHeaders(headers: readonly Header[], sizes: Sizes, fake: Fake): [string, string][] {
  const nameOf = (name: string) => (isPlainName(name) ? name : crossedOut(name))
  return headers.map(([name, value]) => [nameOf(name), redactHeader(name.toLowerCase(), value, sizes, fake)])
}

function redactHeader(name: string, value: string, sizes: Sizes, fake: Fake): string {
  if (name === 'authorization') return redactAuthorization(value, fake)
  if (name === 'content-length')
    return value === String(sizes.before) ? String(sizes.after) : crossedOut(value)
  if (HOSTS.has(name)) return THIS_COMPUTER.test(value) ? value : fake('host', value)
  if (ADDRESSES.has(name)) {
    return value.replace(/[^,\s]+/g, (part) => (ADDRESS.test(part) ? fake('ip', part) : crossedOut(part)))
  }
  if (name === 'user-agent')
    return value.replace(/\S+/g, (word) => (isProduct(word) ? word : redactSentence(word, fake)))
  return KEPT.has(name) ? redactSentence(value, fake) : crossedOut(value)
}

/** A program and its version, which may look like an address (RFC 9110, section 10.1.5). */
function isProduct(word: string): boolean {
  return /^[A-Z][A-Za-z-]*\/\d{1,4}(?:\.\d{1,4}){0,3}$/i.test(word)
}

/** A token keeps what it says about how and when; whose it is is another, and its signature is gone. */
function redactAuthorization(value: string, fake: Fake): string {
  const [, scheme = '', space = '', credentials = ''] = /^(Bearer|Basic)( +)(.*)$/is.exec(value) ?? []
  if (scheme === '') return crossedOut(value)
  const parts = credentials.split('.')
  const [header, claims] = [redactPart(parts[0], fake), redactPart(parts[1], fake)]
  if (parts.length !== 3 || header === null || claims === null)
    return `${scheme}${space}${crossedOut(credentials)}`
  return `${scheme}${space}${header}.${claims}.`
}

/** A part of a JWT whose members are redacted; null for what is none. */
function redactPart(part: string | undefined, fake: Fake): string | null {
  const origin: BodyOrigin = 'claims'
  const text = part === undefined ? null : textOfPart(part)
  return text?.startsWith('{') ? partOfText(redactBody(text, origin, fake)) : null
}

function textOfPart(part: string): string | null {
  try {
    const bytes = Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (char) =>
      char.charCodeAt(0),
    )
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function partOfText(text: string): string {
  const bytes = new TextEncoder().encode(text)
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}
