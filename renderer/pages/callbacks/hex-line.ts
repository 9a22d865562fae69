export const BYTES_PER_LINE = 16

const PRINTABLE_FIRST = 0x20
const PRINTABLE_LAST = 0x7e

export type HexLine = { readonly offset: string; readonly hex: string; readonly text: string }

export function hexLineCount(bytes: Uint8Array): number {
  return Math.ceil(bytes.length / BYTES_PER_LINE)
}

/** Line `index` of a hex dump: offset, 16 bytes, and what of them is printable ASCII. */
export function hexLine(bytes: Uint8Array, index: number): HexLine {
  const offset = index * BYTES_PER_LINE
  const line = [...bytes.subarray(offset, offset + BYTES_PER_LINE)]
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
  return index * 3 + (index >= BYTES_PER_LINE / 2 ? 1 : 0)
}

/** The whole dump, for copying. */
export function hexDump(bytes: Uint8Array): string {
  const width = BYTES_PER_LINE * 3
  return Array.from({ length: hexLineCount(bytes) }, (_, index) => {
    const { offset, hex, text } = hexLine(bytes, index)
    return `${offset}  ${hex.padEnd(width)}  ${text}`
  }).join('\n')
}

function asPrintable(byte: number): string {
  return byte >= PRINTABLE_FIRST && byte <= PRINTABLE_LAST ? String.fromCharCode(byte) : '.'
}
