const UNIT_MS: Readonly<Record<string, number>> = {
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 7 * 86_400_000,
}

/** How long ago, in ms: `90s`, `10m`, `2h`, `7d`, `2w`; null for anything else. */
export function agoMs(text: string): number | null {
  const match = /^(?<count>\d{1,6})(?<unit>[smhdw])$/.exec(text)
  const unitMs = UNIT_MS[match?.groups?.unit ?? '']
  return unitMs === undefined ? null : Number(match?.groups?.count) * unitMs
}

/** The shortest way to write a span that `agoMs` reads; seconds where nothing else fits. */
export function agoText(spanMs: number): string {
  const fitting = ['w', 'd', 'h', 'm'].find((unit) => spanMs % (UNIT_MS[unit] ?? 1) === 0 && spanMs > 0)
  return fitting === undefined
    ? `${Math.round(spanMs / 1_000)}s`
    : `${spanMs / (UNIT_MS[fitting] ?? 1)}${fitting}`
}

const DAY = /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)(?:[T ](?<time>.+))?$/
const CLOCK = /^(?<hours>\d\d?):(?<minutes>\d\d)(?::(?<seconds>\d\d)(?:\.(?<ms>\d{1,3}))?)?$/

/**
 * A moment as people write it, in ms since 1970: `2026-11-20`, `2026-11-20T14:30`, `14:30` (of the day of `nowMs`),
 * local time; or an ISO time with `Z` or an offset. Null where it is none, such as 31 February.
 */
export function momentMs(text: string, nowMs: number): number | null {
  if (/T.+(?:Z|[+-]\d\d:?\d\d)$/i.test(text)) return finiteOrNull(Date.parse(text))
  const day = DAY.exec(text)?.groups
  const clock = clockOf(day === undefined ? text : (day.time ?? '0:00'))
  if (clock === null) return null
  if (day === undefined) return atClock(new Date(nowMs), clock)
  const date = new Date(Number(day.year), Number(day.month) - 1, Number(day.day))
  const isReal = date.getMonth() === Number(day.month) - 1 && date.getDate() === Number(day.day)
  return isReal ? atClock(date, clock) : null
}

type Clock = {
  readonly hours: number
  readonly minutes: number
  readonly seconds: number
  readonly ms: number
}

function clockOf(text: string): Clock | null {
  const parts = CLOCK.exec(text)?.groups
  if (parts === undefined) return null
  const clock = {
    hours: Number(parts.hours),
    minutes: Number(parts.minutes),
    seconds: Number(parts.seconds ?? 0),
    ms: Number((parts.ms ?? '0').padEnd(3, '0')),
  }
  return clock.hours < 24 && clock.minutes < 60 && clock.seconds < 60 ? clock : null
}

function atClock(day: Date, { hours, minutes, seconds, ms }: Clock): number {
  return new Date(day.getFullYear(), day.getMonth(), day.getDate(), hours, minutes, seconds, ms).getTime()
}

/** A moment as `momentMs` reads it, local time, as short as it can be without losing anything. */
export function momentText(atMs: number): string {
  const at = new Date(atMs)
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  const ms = at.getMilliseconds() === 0 ? '' : `.${String(at.getMilliseconds()).padStart(3, '0')}`
  const seconds = at.getSeconds() === 0 && ms === '' ? '' : `:${two(at.getSeconds())}${ms}`
  const clock = `${two(at.getHours())}:${two(at.getMinutes())}${seconds}`
  return clock === '00:00' ? day : `${day}T${clock}`
}

function finiteOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null
}
