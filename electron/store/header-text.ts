import { z } from 'zod'

type Header = readonly [string, string]

const Headers = z.array(z.tuple([z.string(), z.string()]))

/**
 * Headers as one text: a line for each name and each value, since neither can have a line break in it (RFC 9110, 5.5). What
 * cannot be written so, out of an imported file, is JSON, as all headers once were; that costs the capture more.
 */
export function headerText(headers: readonly Header[]): string {
  let text = ''
  for (const [name, value] of headers) text += `${name}\n${value}\n`
  return isPlain(text, headers.length * 2) ? text : JSON.stringify(headers)
}

/** The headers of such a text, in their order. Throws when it is none. */
export function headersOf(text: string): readonly Header[] {
  if (text.startsWith('[')) return Headers.parse(JSON.parse(text))
  const lines = text.split('\n')
  return Array.from({ length: Math.floor(lines.length / 2) }, (_, index): Header => {
    const [name = '', value = ''] = lines.slice(index * 2, index * 2 + 2)
    return [name, value]
  })
}

/** Whether the text comes back from the file as it is, and in the same lines. */
function isPlain(text: string, lines: number): boolean {
  if (text.startsWith('[') || text.includes('\0') || !text.isWellFormed()) return false
  let breaks = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) breaks += 1
  return breaks === lines
}
