import { readSignatureToken } from './signature-token.ts'

/** A token as it stood in a text. */
export type FoundToken = {
  readonly token: string
  /** What had to be taken off, one sentence each. */
  readonly notes: readonly string[]
}

/** `{` and what can follow it, in base64url: how the header of every JWT begins. */
const HEADER_START = /e[w-z0-9_-]/
/** `{"`: how it begins when nobody put a space in. */
const USUAL_START = 'eyJ'
/** A line that is nothing but characters of a token, joined to the line before it. */
const WRAPPED_LINE = /(?<=[\w.-])[ \t]*\\?\r?\n[ \t>]*(?=[\w.-]+[ \t'"`\\]*(?:\r?\n|$))/g
/** Characters of a base64url signature: HMAC-SHA256, 384 and 512; RSA of 2048, 3072 and 4096 bits. */
const SIGNATURE_LENGTHS = [43, 64, 86, 342, 512, 683]

/**
 * Finds the JWT in whatever was pasted: the token alone, an `Authorization` header, a shell line, a whole curl
 * command, a mail that broke it over lines. Null when nothing in the text begins like one. Never throws.
 */
export function findToken(text: string): FoundToken | null {
  const whole = tokensIn(text).find(isComplete)
  if (whole !== undefined) return { token: whole, notes: aroundNote(text, whole) }
  const joined = text.replace(WRAPPED_LINE, '')
  const tokens = tokensIn(joined)
  const token = tokens.find(isComplete) ?? tokens.find(isReadable) ?? tokens[0]
  if (token === undefined) return null
  const breakNote = text.includes(token) ? [] : ['The line breaks inside it were taken out.']
  return { token, notes: [...aroundNote(joined, token), ...breakNote] }
}

function aroundNote(text: string, token: string): readonly string[] {
  if (text.replace(token, '').trim() === '') return []
  if (/\bcurl(\.exe)?\s/i.test(text)) return ['It was taken out of the curl command.']
  if (/authorization|bearer/i.test(text)) return ['It was taken out of the Authorization header.']
  return ['The text around it was left out.']
}

/** Every run of token characters that begins like a JWT, whole or damaged. */
function tokensIn(text: string): readonly string[] {
  return (text.match(/[\w.-]+/g) ?? []).flatMap((run) => {
    const parts = run.replace(/\.+$/, '').split('.')
    const usual = tokenFrom(parts, (part) => part.includes(USUAL_START))
    const readable = [tokenFrom(parts, (part) => HEADER_START.test(part)), usual].find(
      (token) => token !== null && isReadable(token),
    )
    return [readable ?? usual].filter((token) => token !== null)
  })
}

function tokenFrom(parts: readonly string[], isHeader: (part: string) => boolean): string | null {
  const first = parts.findIndex(isHeader)
  const head = parts[first]
  return head === undefined ? null : [startOf(head), ...parts.slice(first + 1)].join('.')
}

/** The word before it may have grown on: "Bearer" and a line break that was lost. */
function startOf(part: string): string {
  const usual = part.indexOf(USUAL_START)
  return part.slice(usual === -1 ? part.search(HEADER_START) : usual)
}

function isReadable(token: string): boolean {
  return readSignatureToken(token)?.header != null
}

function isComplete(token: string): boolean {
  const parsed = readSignatureToken(token)
  return (
    parsed?.header != null && parsed.claims !== null && SIGNATURE_LENGTHS.includes(parsed.signature.length)
  )
}
