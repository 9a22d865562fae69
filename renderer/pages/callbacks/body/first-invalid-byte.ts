export type InvalidByte = { readonly offset: number; readonly byte: number; readonly why: string }

/** Where bytes stop being UTF-8, and why; null where they never do. Source: RFC 3629, section 4. */
export function firstInvalidByte(bytes: Uint8Array): InvalidByte | null {
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] ?? 0
    if (lead < 0x80) {
      at += 1
      continue
    }
    const sequence = sequenceOf(lead)
    if (sequence === null) return { offset: at, byte: lead, why: whyNoLead(lead) }
    const invalid = invalidAfter(bytes, at, sequence)
    if (invalid !== null) return invalid
    at += sequence.length
  }
  return null
}

/** What is wrong with the bytes after the first one of a character. */
function invalidAfter(bytes: Uint8Array, at: number, { length, second }: Sequence): InvalidByte | null {
  for (let offset = at + 1; offset < at + length; offset += 1) {
    const byte = bytes[offset]
    if (byte === undefined)
      return { offset: at, byte: bytes[at] ?? 0, why: 'its character is cut off by the end of the body' }
    const [low, high] = offset === at + 1 ? second : CONTINUATION
    if (byte < low || byte > high) return { offset, byte, why: whyNotNext(byte) }
  }
  return null
}

type Span = readonly [low: number, high: number]
type Sequence = { readonly length: number; readonly second: Span }

const CONTINUATION: Span = [0x80, 0xbf]

function sequenceOf(lead: number): Sequence | null {
  if (lead >= 0xc2 && lead <= 0xdf) return { length: 2, second: CONTINUATION }
  if (lead >= 0xe0 && lead <= 0xef) return { length: 3, second: secondOfThree(lead) }
  if (lead >= 0xf0 && lead <= 0xf4) return { length: 4, second: secondOfFour(lead) }
  return null
}

function secondOfThree(lead: number): Span {
  if (lead === 0xe0) return [0xa0, 0xbf]
  return lead === 0xed ? [0x80, 0x9f] : CONTINUATION
}

function secondOfFour(lead: number): Span {
  if (lead === 0xf0) return [0x90, 0xbf]
  return lead === 0xf4 ? [0x80, 0x8f] : CONTINUATION
}

function whyNoLead(byte: number): string {
  return byte < 0xc0 ? 'it goes on with a character that never began' : 'no character has this byte'
}

function whyNotNext(byte: number): string {
  return byte >= 0x80 && byte <= 0xbf
    ? 'it makes a character that UTF-8 does not allow'
    : 'the character before it is not complete'
}
