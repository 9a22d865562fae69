import { parseJson } from '../messenger/json-value.ts'
import { readTimestamp } from '../messenger/timestamp.ts'
import { shiftTimestamp } from './shift-timestamp.ts'

const STRING = String.raw`"[^"\\]*(?:\\.[^"\\]*)*"`
const BYTE_ORDER_MARK = '\uFEFF'

/** A string and, where it is the name of a member whose value is a string, what is between them and that value. */
function stringsOf(): RegExp {
  return new RegExp(String.raw`(${STRING})(?:([ \t\n\r]*:[ \t\n\r]*)(${STRING}))?`, 'g')
}

export type Rewriting = {
  /** The message_uuid to write instead; null keeps them all. Must give the same one for the same one. */
  readonly newIdOf: ((messageUuid: string) => string) | null
  /** How much later every timestamp becomes, in whole seconds; null keeps them all. */
  readonly shiftMs: number | null
}

/**
 * JSON text with other values for its `message_uuid` and `timestamp` members, at any depth; every other character stays
 * as it is written. Null for text that is not JSON. A value is left alone where it is not a string or, for a
 * timestamp, not in a form that Vonage writes.
 */
export function rewriteBody(text: string, rewriting: Rewriting): string | null {
  const json = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text
  if (!parseJson(json).ok) return null
  return text.replace(stringsOf(), (whole, name: string, between?: string, value?: string) => {
    if (between === undefined || value === undefined) return whole
    const before = stringOf(value)
    const after = replacementOf(stringOf(name), before, rewriting)
    return after === before ? whole : `${name}${between}${JSON.stringify(after)}`
  })
}

/** When the first timestamp of a JSON text is, in Unix milliseconds; null where it has none that can be read. */
export function firstTimeIn(text: string): number | null {
  const json = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text
  if (!parseJson(json).ok) return null
  for (const [, name = '""', , value] of json.matchAll(stringsOf())) {
    if (value === undefined || stringOf(name) !== 'timestamp') continue
    const { atMs } = readTimestamp(stringOf(value))
    if (atMs !== null) return atMs
  }
  return null
}

function replacementOf(name: string, value: string, { newIdOf, shiftMs }: Rewriting): string {
  if (name === 'message_uuid' && value !== '') return newIdOf?.(value) ?? value
  if (name === 'timestamp' && shiftMs !== null) return shiftTimestamp(value, shiftMs) ?? value
  return value
}

function stringOf(written: string): string {
  return String(JSON.parse(written))
}
