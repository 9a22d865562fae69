/** `word`: a number, true, false, null, or whatever else stands between punctuation. */
export type JsonTokenKind = 'open' | 'close' | 'comma' | 'colon' | 'string' | 'word'

const QUOTE = 0x22
const BACKSLASH = 0x5c
const NEWLINE = 0x0a

const PUNCTUATION: ReadonlyMap<number, JsonTokenKind> = new Map([
  [0x7b, 'open'],
  [0x5b, 'open'],
  [0x7d, 'close'],
  [0x5d, 'close'],
  [0x2c, 'comma'],
  [0x3a, 'colon'],
  [QUOTE, 'string'],
])

/**
 * The tokens of a JSON text in order, white space left out. One pass whatever the depth or length. Text that is not
 * JSON gives tokens as well; a string ends with its line at the latest.
 */
export function scanJson(
  text: string,
  onToken: (kind: JsonTokenKind, from: number, to: number) => void,
): void {
  let at = 0
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (isSpace(code)) {
      at += 1
      continue
    }
    const kind = PUNCTUATION.get(code) ?? 'word'
    const end = endOf(kind, text, at)
    onToken(kind, at, end)
    at = end
  }
}

function endOf(kind: JsonTokenKind, text: string, from: number): number {
  if (kind === 'string') return endOfString(text, from)
  return kind === 'word' ? endOfWord(text, from) : from + 1
}

function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) return at + 1
    if (code === NEWLINE) return at
    // A line end is not swallowed with the backslash before it.
    if (code === BACKSLASH && text.charCodeAt(at + 1) !== NEWLINE) at += 1
  }
  return text.length
}

function endOfWord(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (isSpace(code) || PUNCTUATION.has(code)) return at
  }
  return text.length
}

/** The white space of RFC 8259, section 2. */
function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09
}
