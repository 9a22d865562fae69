import { defaultRetention, RetentionLimits } from '#shared/retention.ts'

const DAY_MS = 24 * 3_600_000
const MIB = 1_024 ** 2

export type LimitName = 'callbacks' | 'days' | 'mebibytes'
export type LimitField = { readonly isOn: boolean; readonly text: string }
export type LimitFields = Readonly<Record<LimitName, LimitField>>

const usual = plainNumbers(defaultRetention)

/** The limits as they are written in the form; one that is off keeps its usual number for when it is switched on. */
export function fieldsOf(limits: RetentionLimits): LimitFields {
  const numbers = plainNumbers(limits)
  const field = (name: LimitName): LimitField => ({
    isOn: numbers[name] !== null,
    text: String(numbers[name] ?? usual[name]),
  })
  return { callbacks: field('callbacks'), days: field('days'), mebibytes: field('mebibytes') }
}

function plainNumbers({ maxCallbacks, maxAgeMs, maxBytes }: RetentionLimits) {
  return {
    callbacks: maxCallbacks,
    days: maxAgeMs === null ? null : maxAgeMs / DAY_MS,
    mebibytes: maxBytes === null ? null : Math.round(maxBytes / MIB),
  }
}

/** What is wrong with a number; null: nothing. */
export function problemOf(name: LimitName, { isOn, text }: LimitField): string | null {
  if (!isOn) return null
  const value = numberOf(text)
  if (name === 'days') {
    return value !== null && value >= 0.01 && value <= 36_500 ? null : 'A number of days, from 0.01 to 36500.'
  }
  if (value !== null && Number.isInteger(value) && value >= 1 && value <= 1_000_000_000) return null
  return 'A whole number, 1 or more.'
}

/** The limits that the form says; null while something in it is wrong. */
export function limitsOf(fields: LimitFields): RetentionLimits | null {
  const names: readonly LimitName[] = ['callbacks', 'days', 'mebibytes']
  if (names.some((name) => problemOf(name, fields[name]) !== null)) return null
  const value = (name: LimitName) => (fields[name].isOn ? numberOf(fields[name].text) : null)
  const [days, mebibytes] = [value('days'), value('mebibytes')]
  const read = RetentionLimits.safeParse({
    maxCallbacks: value('callbacks'),
    maxAgeMs: days === null ? null : Math.round(days * DAY_MS),
    maxBytes: mebibytes === null ? null : mebibytes * MIB,
  })
  return read.success ? read.data : null
}

/** Whether something that is kept under the old limits may not be under the new ones. */
export function isTighter(next: RetentionLimits, old: RetentionLimits): boolean {
  const isLess = (one: number | null, other: number | null) => one !== null && (other === null || one < other)
  return (
    isLess(next.maxCallbacks, old.maxCallbacks) ||
    isLess(next.maxAgeMs, old.maxAgeMs) ||
    isLess(next.maxBytes, old.maxBytes)
  )
}

export function isSameLimits(one: RetentionLimits, other: RetentionLimits): boolean {
  return !isTighter(one, other) && !isTighter(other, one)
}

/** Thousands may be set apart. */
function numberOf(text: string): number | null {
  const plain = text.trim().replaceAll(/[ ,_]/g, '')
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : null
}
