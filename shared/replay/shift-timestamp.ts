import { readTimestamp } from '../messenger/timestamp.ts'

/** Day, hours and minutes, then the seconds where they are written. What follows them is kept as it is. */
const WRITTEN = /^(\d{4}-\d{2}-\d{2})([ T])(\d{2}:\d{2})(:\d{2})?/
const ZONE = /([+-])(\d{2}):?(\d{2})$/
const MINUTE_MS = 60_000

/**
 * A timestamp `shiftMs` (whole seconds) later in the form it is written in: the same zone, separators and fraction.
 * Null for text that is not a timestamp as Vonage writes them, and for a time that the form has no room for.
 */
export function shiftTimestamp(raw: string, shiftMs: number): string | null {
  const { atMs } = readTimestamp(raw)
  const written = WRITTEN.exec(raw)
  if (atMs === null || written === null) return null
  if (shiftMs === 0) return raw
  const local = new Date(atMs + shiftMs + zoneMs(raw))
  if (Number.isNaN(local.getTime())) return null
  const iso = local.toISOString()
  if (!/^\d{4}-/.test(iso)) return null
  const [whole, , separator = 'T', , seconds] = written
  const secondsText = seconds === undefined ? '' : iso.slice(16, 19)
  return `${iso.slice(0, 10)}${separator}${iso.slice(11, 16)}${secondsText}${raw.slice(whole.length)}`
}

function zoneMs(raw: string): number {
  const [, sign, hours = '0', minutes = '0'] = ZONE.exec(raw) ?? []
  const ms = (Number(hours) * 60 + Number(minutes)) * MINUTE_MS
  return sign === '-' ? -ms : ms
}
