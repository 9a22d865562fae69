import { type JsonTokenKind, scanJson } from './body/scan-json.ts'

const INDENT = '  '
/** Levels beyond this are indented no further. */
const DEEPEST = 64
/** A body of brackets only would grow with the square of its length: beyond this, fewer levels are indented. */
const MAX_INDENT_LENGTH = 2 * 1024 * 1024

/** Whether a text is strict JSON. */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/**
 * Lays JSON out in lines. Only white space between tokens changes: numbers, escapes and key order stay as written.
 * Time and length grow with the text, however deep it is.
 */
export function prettyPrintJson(text: string): string {
  const linesAt = new Uint32Array(DEEPEST + 1)
  layOut(text, {
    onLine: (depth) => {
      linesAt[depth] = (linesAt[depth] ?? 0) + 1
    },
    onToken: () => undefined,
  })
  const deepest = deepestIndent(linesAt)
  const lineStarts = Array.from(linesAt, (_, depth) => `\n${INDENT.repeat(Math.min(depth, deepest))}`)
  let laidOut = ''
  layOut(text, {
    onLine: (depth) => {
      laidOut += lineStarts[depth] ?? ''
    },
    onToken: (from, to, isAfterColon) => {
      if (isAfterColon) laidOut += ' '
      laidOut += text.slice(from, to)
    },
  })
  return laidOut
}

type Sink = {
  readonly onLine: (depth: number) => void
  readonly onToken: (from: number, to: number, isAfterColon: boolean) => void
}

function layOut(text: string, { onLine, onToken }: Sink): void {
  let depth = 0
  let before: JsonTokenKind | null = null
  scanJson(text, (kind, from, to) => {
    if (kind === 'close') depth = Math.max(0, depth - 1)
    if (startsLine(before, kind)) onLine(Math.min(depth, DEEPEST))
    onToken(from, to, before === 'colon')
    if (kind === 'open') depth += 1
    before = kind
  })
}

function startsLine(before: JsonTokenKind | null, kind: JsonTokenKind): boolean {
  if (before === null) return false
  if (before === 'open') return kind !== 'close'
  if (kind === 'close' || before === 'comma') return true
  // Two values side by side are no JSON; they must not grow into one.
  return before !== 'colon' && kind !== 'comma' && kind !== 'colon'
}

/** How many levels can be indented. `linesAt`: how many lines each level has. */
function deepestIndent(linesAt: Uint32Array): number {
  let deeper = linesAt.reduce((sum, count) => sum + count, 0)
  let length = 0
  for (let depth = 1; depth <= DEEPEST; depth += 1) {
    deeper -= linesAt[depth - 1] ?? 0
    length += deeper * INDENT.length
    if (length > MAX_INDENT_LENGTH) return depth - 1
  }
  return DEEPEST
}
