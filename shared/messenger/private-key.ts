import type { Explanation } from '../errors.ts'
import { derKind, missingBytes } from './key-der.ts'
import { explainKeyFault, type KeyFault } from './key-fault.ts'

export type KeyFormat = 'pkcs8' | 'pkcs1'

/** What became of a pasted key: a clean PEM and what had to be repaired in it, or the one reason it cannot be used. */
export type KeyDiagnosis =
  | {
      readonly ok: true
      readonly pem: string
      readonly format: KeyFormat
      readonly repairs: readonly string[]
    }
  | { readonly ok: false; readonly fault: KeyFault; readonly explanation: Explanation }

type PemBlock = {
  readonly label: string
  readonly content: string
  readonly isWhole: boolean
  /** The block as it was written. */
  readonly source: string
}

const BLOCK = /-----BEGIN ([A-Z0-9 ]{1,40})-----([^-]*(?:-(?!----)[^-]*)*)(-----END [A-Z0-9 ]{1,40}-----)?/g
const PEM_WIDTH = /.{1,64}/g
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/
const PEM_IN_BASE64 = 'LS0tLS1CRUdJTi'

const LABELS: Readonly<Record<KeyFormat, string>> = { pkcs8: 'PRIVATE KEY', pkcs1: 'RSA PRIVATE KEY' }

/**
 * Reads the text of a private key as developers paste it: with literal `\n`, quotes, indentation, Windows line ends,
 * as one line, or as base64 without PEM lines. What can be repaired without guessing is repaired and named. Looks at
 * the shape only; whether the key is sound is for a cryptography library to say. Never throws, and never repeats
 * any part of the text.
 * Source: Vonage authentication guide (RSA, PKCS#8 as handed out); RFC 7468 for PEM.
 */
export function diagnosePrivateKey(text: string): KeyDiagnosis {
  if (text.trim() === '') return failed('empty')
  const plain = unescaped(text)
  const blocks = pemBlocks(plain)
  if (blocks.length === 0) return diagnoseWithoutPem(plain)
  const block = blocks.find(({ label }) => label.endsWith('PRIVATE KEY')) ?? blocks[0]
  if (block === undefined) return failed('not-a-key')
  const fault = faultOfLabel(block)
  return fault === null ? diagnoseBody(block, text) : failed(fault)
}

/** A key from a .env or JSON file often has its line breaks written out as `\n`. */
function unescaped(text: string): string {
  return text.replaceAll('\\r', '').replaceAll('\\n', '\n').trim()
}

function pemBlocks(text: string): readonly PemBlock[] {
  return Array.from(text.matchAll(BLOCK), ([source, label = '', content = '', end]) => ({
    label,
    content,
    isWhole: end !== undefined,
    source,
  }))
}

function faultOfLabel({ label, content, isWhole }: PemBlock): KeyFault | null {
  if (label.includes('ENCRYPTED') || content.includes('ENCRYPTED')) return 'encrypted'
  if (label === 'OPENSSH PRIVATE KEY') return 'openssh'
  if (label.endsWith('PUBLIC KEY')) return 'public-key'
  if (label.includes('CERTIFICATE')) return 'certificate'
  if (!Object.values(LABELS).includes(label)) {
    return label.endsWith('PRIVATE KEY') ? 'not-rsa' : 'not-a-key'
  }
  return isWhole ? null : 'truncated'
}

function diagnoseBody(block: PemBlock, text: string): KeyDiagnosis {
  const base64 = block.content.replace(/\s+/g, '')
  const bytes = decoded(base64)
  if (bytes === null) return failed(base64 === '' ? 'truncated' : 'damaged')
  const format = formatOf(bytes)
  if (format.fault !== null) return failed(format.fault)
  const pem = pemOf(base64, format.format)
  const repairs = [
    ...repairsOfText(text, block),
    ...(LABELS[format.format] === block.label
      ? []
      : ['The BEGIN and END lines were set to what the key is.']),
  ]
  return { ok: true, pem, format: format.format, repairs }
}

/** Base64 of the key itself, base64 of the whole PEM text (common in CI variables), or something else entirely. */
function diagnoseWithoutPem(text: string): KeyDiagnosis {
  const bare = unquoted(text).replace(/\s+/g, '')
  const bytes = decoded(bare)
  if (bytes === null || missingBytes(bytes) === null) {
    if (bytes !== null && bare.startsWith(PEM_IN_BASE64)) return unwrapped(bytes)
    return failed(faultOfPlainText(text))
  }
  const format = formatOf(bytes)
  if (format.fault !== null) return failed(format.fault)
  return {
    ok: true,
    pem: pemOf(bare, format.format),
    format: format.format,
    repairs: ['The missing BEGIN and END lines were added.'],
  }
}

function unwrapped(bytes: Uint8Array): KeyDiagnosis {
  const inner = diagnosePrivateKey(new TextDecoder().decode(bytes))
  return inner.ok
    ? { ...inner, repairs: ['The base64 around the key was taken off.', ...inner.repairs] }
    : inner
}

function formatOf(
  bytes: Uint8Array,
): { readonly fault: null; readonly format: KeyFormat } | { readonly fault: KeyFault } {
  const missing = missingBytes(bytes)
  if (missing === null) return { fault: 'damaged' }
  const kind = derKind(bytes)
  if (kind === 'public') return { fault: 'public-key' }
  if (kind === 'certificate' || kind === 'encrypted') return { fault: kind }
  if (missing > 0) return { fault: 'truncated' }
  return kind === 'unknown' ? { fault: 'damaged' } : { fault: null, format: kind }
}

function faultOfPlainText(text: string): KeyFault {
  const line = unquoted(text)
  if (/^(ssh-|ecdsa-)/.test(line)) return 'public-key'
  if (line.startsWith('PuTTY-User-Key-File')) return 'openssh'
  if (/-----END [A-Z0-9 ]{1,40}-----/.test(line)) return 'truncated'
  return looksLikePath(line) ? 'file-path' : 'not-a-key'
}

function looksLikePath(line: string): boolean {
  if (line.includes('\n') || line.length > 4096) return false
  return /^(~|\.{1,2})?[/\\]|^[A-Za-z]:[/\\]|^file:|\.(key|pem|txt|p8|der)$/i.test(line)
}

function unquoted(text: string): string {
  return text.replace(/^["'`]|["'`]$/g, '')
}

function decoded(base64: string): Uint8Array | null {
  if (!BASE64.test(base64)) return null
  try {
    return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
  } catch {
    return null
  }
}

function pemOf(base64: string, format: KeyFormat): string {
  const label = LABELS[format]
  const lines = base64.match(PEM_WIDTH) ?? []
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`
}

/** Only what a library would have stumbled over; line ends, a byte order mark and a missing last newline are fine. */
function repairsOfText(text: string, block: PemBlock): readonly string[] {
  const isAlone = unescaped(text) === block.source
  const lines = block.source.split(/\r?\n/)
  return [
    ...(/\\[rn]/.test(text) ? ['Literal \\n were turned into line breaks.'] : []),
    ...(isAlone ? [] : ['Quotes or other text around the key were left out.']),
    ...(lines.length < 3 ? ['The key on one line was broken into lines.'] : []),
    ...(lines.some((line) => /^[ \t]|[ \t]$/.test(line)) ? ['Spaces around the lines were taken off.'] : []),
  ]
}

function failed(fault: KeyFault): KeyDiagnosis {
  return { ok: false, fault, explanation: explainKeyFault(fault) }
}
