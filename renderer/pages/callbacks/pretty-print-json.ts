import { type Edit, format } from 'jsonc-parser'

/** Above this, formatting may take long enough to be felt and is done only when asked for. */
export const FORMAT_AT_ONCE_BYTES = 256 * 1024

/** Whether a text is strict JSON. */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Lays JSON out in lines. Only white space between tokens changes: numbers, escapes and key order stay as written. */
export function prettyPrintJson(text: string): string {
  const edits = format(text, undefined, { tabSize: 2, insertSpaces: true, eol: '\n' })
  return applied(text, edits)
}

/** All edits in one pass: applying them one by one copies the whole text each time. */
function applied(text: string, edits: readonly Edit[]): string {
  const parts: string[] = []
  let position = 0
  for (const edit of edits.toSorted((a, b) => a.offset - b.offset)) {
    parts.push(text.slice(position, edit.offset), edit.content)
    position = edit.offset + edit.length
  }
  parts.push(text.slice(position))
  return parts.join('')
}
