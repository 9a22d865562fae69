const DAY = { day: 'numeric', month: 'short' } as const

function pad(value: number, digits = 2): string {
  return String(value).padStart(digits, '0')
}

/** Local time of day, 24 hours: `14:00:00`. */
export function clockTime(atMs: number): string {
  const at = new Date(atMs)
  return `${pad(at.getHours())}:${pad(at.getMinutes())}:${pad(at.getSeconds())}`
}

/** Local time of day to the millisecond: `14:00:00.412`. */
export function clockTimeMs(atMs: number): string {
  return `${clockTime(atMs)}.${pad(new Date(atMs).getMilliseconds(), 3)}`
}

/** Time of day for today, else day and time without seconds: as short as a list needs it. */
export function listTime(atMs: number, nowMs: number): string {
  if (isSameDay(atMs, nowMs)) return clockTime(atMs)
  return `${localDay(atMs, nowMs)} ${clockTime(atMs).slice(0, 5)}`
}

/** Time of day to the millisecond, with the day in front unless it is today. */
export function fullTime(atMs: number, nowMs: number): string {
  if (isSameDay(atMs, nowMs)) return clockTimeMs(atMs)
  return `${localDay(atMs, nowMs)} ${clockTimeMs(atMs)}`
}

/** Day with year, time and offset from UTC: what a timestamp of a body means here. */
export function localDateTime(atMs: number): string {
  return `${dayWithYear(atMs)} ${clockTimeMs(atMs)} ${utcOffset(atMs)}`
}

/** The same to the second, for moments that are given in seconds. */
export function localMoment(atMs: number): string {
  return `${dayWithYear(atMs)} ${clockTime(atMs)} ${utcOffset(atMs)}`
}

function dayWithYear(atMs: number): string {
  return new Date(atMs).toLocaleDateString('en-GB', { ...DAY, year: 'numeric' })
}

function localDay(atMs: number, nowMs: number): string {
  const isThisYear = new Date(atMs).getFullYear() === new Date(nowMs).getFullYear()
  return new Date(atMs).toLocaleDateString('en-GB', isThisYear ? DAY : { ...DAY, year: 'numeric' })
}

function isSameDay(aMs: number, bMs: number): boolean {
  return new Date(aMs).toDateString() === new Date(bMs).toDateString()
}

function utcOffset(atMs: number): string {
  const minutes = -new Date(atMs).getTimezoneOffset()
  if (minutes === 0) return 'UTC'
  const size = Math.abs(minutes)
  return `UTC${minutes < 0 ? '−' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`
}
