import type { CallbackTime } from '../callback.ts'

/**
 * Forms that Vonage has published besides ISO 8601: "2020-01-01 14:00:00 +0000" (SDK tests) and
 * "2020-01-01 14:00:00 UTC" (the Messenger tutorial).
 */
const SPACED = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2}(?:\.\d+)?) ?(Z|UTC|GMT|[+-]\d{2}:?\d{2})$/
const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/

/** A callback's `timestamp`: kept as written, read as a time where its form is known. Never rejects. */
export function readTimestamp(raw: string): CallbackTime {
  return { raw, atMs: timeOf(raw) }
}

function timeOf(raw: string): number | null {
  if (ISO.test(raw)) return finite(Date.parse(raw))
  const spaced = SPACED.exec(raw)
  if (spaced === null) return null
  const [, day, time, zone = 'Z'] = spaced
  const offset = /^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(-2)}` : 'Z'
  return finite(Date.parse(`${day}T${time}${offset}`))
}

function finite(ms: number): number | null {
  return Number.isFinite(ms) ? ms : null
}
