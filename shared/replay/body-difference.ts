import type { ExactBody } from '../callback.ts'

/** How much of each body is quoted from where they part, and how much of the line before that. */
const QUOTED = 40
const LED_IN_BY = 12

/** Where two bodies part, in words; null when they are the same as far as they are kept. */
export function bodyDifference(before: ExactBody, now: ExactBody): string | null {
  if (before.encoding === 'utf8' && now.encoding === 'utf8') return textDifference(before.text, now.text)
  const [textBefore, textNow] = [binaryOf(before), binaryOf(now)]
  const at = firstDifferent(textBefore, textNow)
  if (at === null) return null
  return `Body byte ${at + 1}: ${byteAt(textNow, at)} instead of ${byteAt(textBefore, at)}.`
}

function textDifference(before: string, now: string): string | null {
  const at = firstDifferent(before, now)
  if (at === null) return null
  const lineStart = now.lastIndexOf('\n', at - 1) + 1
  const line = now.slice(0, lineStart).split('\n').length
  const from = Math.max(lineStart, at - LED_IN_BY)
  const place = `Body line ${line}, column ${at - lineStart + 1}`
  // Where only one of the lines is the last, they look alike but for what comes after.
  const looksAlike = quoted(now, from) === quoted(before, from)
  const start = looksAlike ? at : from
  return `${place}: ${quoted(now, start)} instead of ${quoted(before, start)}.`
}

/** Never in the middle of a character of two code units. */
function firstDifferent(one: string, other: string): number | null {
  if (one === other) return null
  let at = 0
  while (at < one.length && one[at] === other[at]) at += 1
  const isSecondHalf = at > 0 && /[\uD800-\uDBFF]/.test(one[at - 1] ?? '')
  return isSecondHalf ? at - 1 : at
}

function quoted(text: string, from: number): string {
  if (text.slice(from) === '') return 'the end'
  const [line = ''] = text.slice(from).split('\n', 1)
  if (line === '') return 'a line break'
  return line.length > QUOTED ? `“${line.slice(0, QUOTED)}…”` : `“${line}”`
}

/** One character per byte. */
function binaryOf(body: ExactBody): string {
  if (body.encoding === 'base64') return atob(body.data)
  return Array.from(new TextEncoder().encode(body.text), (byte) => String.fromCharCode(byte)).join('')
}

function byteAt(binary: string, at: number): string {
  const code = binary.charCodeAt(at)
  return Number.isNaN(code) ? 'the end' : `0x${code.toString(16).padStart(2, '0')}`
}
