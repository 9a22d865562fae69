import { afterToken, skipSpace } from '../messenger/json-text.ts'

export type JsonEdits = {
  /** What to write instead of a string, number or literal. `keys`: names of the members it is in; '' for list items. */
  readonly scalar: (keys: readonly string[], written: string) => string
  /** What to write instead of the name of a member. */
  readonly name: (written: string) => string
}

/**
 * The text of a JSON value with other scalars and names; space, order and repeats stay as they are written. Without
 * recursion: how deep a value goes is up to whoever wrote it. Throws on what is no JSON.
 */
export function editJson(text: string, edits: JsonEdits): string {
  const pieces: string[] = []
  const keys: string[] = []
  /** For each open object whether a name comes next; null for a list. */
  const awaitsName: (boolean | null)[] = []
  let copiedTo = 0

  function replace(start: number, end: number, by: string): void {
    pieces.push(text.slice(copiedTo, start), by)
    copiedTo = end
  }

  function take(start: number, end: number): void {
    const top = awaitsName.length - 1
    const written = text.slice(start, end)
    if (awaitsName[top] === true) {
      keys[top] = String(JSON.parse(written))
      replace(start, end, edits.name(written))
    } else if (/^["\d-]/.test(written)) replace(start, end, edits.scalar(keys, written))
  }

  function step(start: number, end: number): void {
    const top = awaitsName.length - 1
    switch (text[start]) {
      case '{':
      case '[':
        keys.push('')
        awaitsName.push(text[start] === '{' ? true : null)
        return
      case '}':
      case ']':
        keys.pop()
        awaitsName.pop()
        return
      case ':':
        awaitsName[top] = false
        return
      case ',':
        if (awaitsName[top] !== null) awaitsName[top] = true
        return
      default:
        take(start, end)
    }
  }

  for (let at = skipSpace(text, 0); at < text.length; ) {
    const end = afterToken(text, at, text[at])
    step(at, end)
    at = skipSpace(text, end)
  }
  return [...pieces, text.slice(copiedTo)].join('')
}
