/** As many as hex dumps have, or half where there is no room for so many. */
export type BytesPerLine = 16 | 8

/** Between the offset, the bytes and the text. */
const GAP = 2
const OFFSET = 8

const PRINTABLE_FIRST = 0x20
const PRINTABLE_LAST = 0x7e

export type HexLine = { readonly offset: string; readonly hex: string; readonly text: string }

/** How many columns the bytes of a line take, and the whole line. */
export function hexColumns(perLine: BytesPerLine): { readonly bytes: number; readonly line: number } {
  const bytes = hexPlace(perLine - 1) + 2
  return { bytes, line: OFFSET + GAP + bytes + GAP + perLine }
}

export function hexLineCount(bytes: Uint8Array, perLine: BytesPerLine = 16): number {
  return Math.ceil(bytes.length / perLine)
}

/** Line `index` of a hex dump: offset, bytes, and what of them is printable ASCII. */
export function hexLine(bytes: Uint8Array, index: number, perLine: BytesPerLine = 16): HexLine {
  const offset = index * perLine
  const line = [...bytes.subarray(offset, offset + perLine)]
  const hex = line.map((byte) => byte.toString(16).padStart(2, '0'))
  const halves = [hex.slice(0, 8).join(' '), hex.slice(8).join(' ')]
  return {
    offset: hexOffset(offset),
    hex: halves.join('  ').trimEnd(),
    text: line.map(asPrintable).join(''),
  }
}

/** An offset as the lines of a hex dump begin with it. */
export function hexOffset(offset: number): string {
  return offset.toString(16).padStart(8, '0')
}

/** Where byte `index` of a line stands in its `hex`. */
export function hexPlace(index: number): number {
  return index * 3 + (index >= 8 ? 1 : 0)
}

/** The whole dump, for copying. */
export function hexDump(bytes: Uint8Array): string {
  const width = hexColumns(16).bytes
  return Array.from({ length: hexLineCount(bytes) }, (_, index) => {
    const { offset, hex, text } = hexLine(bytes, index)
    return `${offset}  ${hex.padEnd(width)}  ${text}`
  }).join('\n')
}

function asPrintable(byte: number): string {
  return byte >= PRINTABLE_FIRST && byte <= PRINTABLE_LAST ? String.fromCharCode(byte) : '.'
}
