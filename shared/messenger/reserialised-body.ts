import { parseJson } from './json-value.ts'

type Serialisation = { readonly name: string; readonly write: (value: unknown) => string }

/** The ways in which JSON libraries write the same value: how a body may have looked before a proxy rewrote it. */
const SERIALISATIONS: readonly Serialisation[] = [
  { name: 'compact JSON', write: (value) => JSON.stringify(value) },
  {
    name: 'compact JSON with escaped slashes',
    write: (value) => JSON.stringify(value).replaceAll('/', '\\/'),
  },
  {
    name: 'compact JSON with escaped non-ASCII characters',
    write: (value) => escapeNonAscii(JSON.stringify(value)),
  },
  {
    name: 'compact JSON with escaped slashes and non-ASCII characters',
    write: (value) => escapeNonAscii(JSON.stringify(value)).replaceAll('/', '\\/'),
  },
  { name: 'JSON indented by two spaces', write: (value) => JSON.stringify(value, null, 2) },
  { name: 'JSON indented by four spaces', write: (value) => JSON.stringify(value, null, 4) },
]

/** A larger body is not rewritten in every form just to explain a mismatch. */
const LARGEST_CHARS = 256 * 1024

/**
 * Finds how the body must have been written for the given hash to fit: the proof that something between Vonage and
 * here parsed the body and wrote it anew. Null when no known form fits.
 */
export function findOriginalForm(
  bodyText: string,
  payloadHash: string,
  sha256Hex: (bytes: Uint8Array) => string,
): string | null {
  if (bodyText.length > LARGEST_CHARS) return null
  const hashes = (text: string) => sha256Hex(new TextEncoder().encode(text)) === payloadHash
  const trimmed = bodyText.trim()
  if (trimmed !== bodyText && hashes(trimmed)) return 'the same text without the white space around it'
  const json = parseJson(trimmed)
  if (!json.ok) return null
  return SERIALISATIONS.find(({ write }) => hashes(write(json.value)))?.name ?? null
}

function escapeNonAscii(text: string): string {
  return text.replace(/[\u0080-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
