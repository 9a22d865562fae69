import { isJsonObject, parseJson } from './json-value.ts'

/** A part of a text, from `start` up to but not including `end`. */
type Span = { readonly start: number; readonly end: number }
type Member = Span & { readonly key: string; readonly value: Span }

const SPACE = /[ \t\n\r]*/y
const STRING = /"[^"\\]*(?:\\.[^"\\]*)*"/y
const SCALAR = /[^ \t\n\r,:{}[\]"]+/y

/**
 * Edits of JSON text that leave everything else as it is written: the digits of numbers, the order and even the repeats
 * of members. Every function takes the text of one JSON object; for anything else `isObjectText` is false.
 */
export function isObjectText(text: string): boolean {
  const json = parseJson(text)
  return json.ok && isJsonObject(json.value)
}

/** The text of the value at a path of member names, null where there is none. The last of repeated members counts. */
export function valueTextAt(text: string, path: readonly string[]): string | null {
  const span = spanAt(text, path)
  return span === null ? null : text.slice(span.start, span.end)
}

/** The string at a path; null where there is none, or something else. */
export function stringAt(text: string, path: readonly string[]): string | null {
  const found = valueTextAt(text, path)
  return found?.startsWith('"') ? String(JSON.parse(found)) : null
}

/**
 * The text with this value at a path. Objects on the way are made where there is nothing, or null. Null when something
 * else is in the way.
 */
export function withValueAt(text: string, path: readonly string[], valueText: string): string | null {
  let start = skipSpace(text, 0)
  for (const [depth, key] of path.entries()) {
    const members = membersOf(text, start)
    const rest = nested(path.slice(depth + 1), valueText)
    const found = members.findLast((member) => member.key === key)?.value
    if (found === undefined) return withNewMember(text, { start, members }, `${JSON.stringify(key)}:${rest}`)
    if (depth === path.length - 1 || text.startsWith('null', found.start)) return splice(text, found, rest)
    if (text[found.start] !== '{') return null
    start = found.start
  }
  return text
}

/** The text without the member at a path, repeats included. */
export function withoutMemberAt(text: string, path: readonly string[]): string {
  const key = path.at(-1)
  const parent = spanAt(text, path.slice(0, -1))
  if (parent === null || text[parent.start] !== '{') return text
  const members = membersOf(text, parent.start)
  const index = members.findLastIndex((member) => member.key === key)
  const member = members[index]
  if (member === undefined) return text
  const next = members[index + 1]
  const previous = members[index - 1]
  const gap = next
    ? { start: member.start, end: next.start }
    : { start: previous?.end ?? member.start, end: member.end }
  return withoutMemberAt(splice(text, gap, ''), path)
}

/** Names of the members of the object at a path; null where there is no object. */
export function memberNamesAt(text: string, path: readonly string[]): readonly string[] | null {
  const span = spanAt(text, path)
  return span === null || text[span.start] !== '{' ? null : membersOf(text, span.start).map(({ key }) => key)
}

function spanAt(text: string, path: readonly string[]): Span | null {
  const start = skipSpace(text, 0)
  let span: Span = { start, end: endOfValue(text, start) }
  for (const key of path) {
    if (text[span.start] !== '{') return null
    const found = membersOf(text, span.start).findLast((member) => member.key === key)
    if (found === undefined) return null
    span = found.value
  }
  return span
}

function membersOf(text: string, start: number): readonly Member[] {
  const members: Member[] = []
  let at = skipSpace(text, start + 1)
  while (text[at] === '"') {
    const keyEnd = matchEnd(STRING, text, at)
    const valueStart = skipSpace(text, skipSpace(text, keyEnd) + 1)
    const end = endOfValue(text, valueStart)
    const key = String(JSON.parse(text.slice(at, keyEnd)))
    members.push({ key, start: at, end, value: { start: valueStart, end } })
    at = skipSpace(text, skipSpace(text, end) + 1)
  }
  return members
}

/** Without recursion: how deep a value goes is up to whoever wrote it. */
function endOfValue(text: string, start: number): number {
  let at = start
  let depth = 0
  do {
    const character = text[at]
    if (character === '{' || character === '[') depth += 1
    if (character === '}' || character === ']') depth -= 1
    at = afterToken(text, at, character)
    if (depth > 0) at = skipSpace(text, at)
  } while (depth > 0)
  return at
}

/** Where the token that begins at `at` with this character ends. Throws on what is no JSON. */
export function afterToken(text: string, at: number, character: string | undefined): number {
  if (character === '"') return matchEnd(STRING, text, at)
  if (character !== undefined && '{}[],:'.includes(character)) return at + 1
  return matchEnd(SCALAR, text, at)
}

function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  const match = pattern.exec(text)
  if (match === null) throw new Error('The text is not JSON.')
  return at + match[0].length
}

/** Where the white space that begins at `at` ends. */
export function skipSpace(text: string, at: number): number {
  return matchEnd(SPACE, text, at)
}

function nested(path: readonly string[], valueText: string): string {
  return path.reduceRight((inner, key) => `{${JSON.stringify(key)}:${inner}}`, valueText)
}

function withNewMember(
  text: string,
  { start, members }: { readonly start: number; readonly members: readonly Member[] },
  memberText: string,
): string {
  const last = members.at(-1)
  if (last === undefined) return splice(text, { start: start + 1, end: start + 1 }, memberText)
  return splice(text, { start: last.end, end: last.end }, `,${memberText}`)
}

function splice(text: string, { start, end }: Span, replacement: string): string {
  return `${text.slice(0, start)}${replacement}${text.slice(end)}`
}
