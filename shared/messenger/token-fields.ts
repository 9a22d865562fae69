import type { TokenRequest } from '../token.ts'
import { aclFault } from './acl-shape.ts'
import { durationWords } from './duration-words.ts'
import { isJsonObject, type JsonObject } from './json-value.ts'
import { lifetimeProblem, notBeforeProblem, reservedClaimProblem } from './token-rules.ts'

/** The form of a token as typed. Everything but the lifetime may stay empty. */
export type TokenFields = {
  readonly profileId: string
  readonly lifetime: string
  readonly sub: string
  readonly acl: string
  readonly notBefore: string
  readonly claims: string
}

export const newTokenFields: Omit<TokenFields, 'profileId'> = {
  lifetime: '15 m',
  sub: '',
  acl: '',
  notBefore: '',
  claims: '',
}

/** What a field says about its text: it cannot be used (`bad`), it is unusual (`warn`), or what it means. */
type FieldNote = { readonly tone: 'bad' | 'warn' | 'neutral'; readonly text: string }

export type ReadTokenFields = {
  readonly notes: Readonly<Record<'lifetime' | 'notBefore' | 'acl' | 'claims', FieldNote | null>>
  /** Null while a field cannot be used. */
  readonly request: TokenRequest | null
}

type Read<T> =
  | { readonly value: T; readonly note: FieldNote | null }
  | { readonly value: null; readonly note: FieldNote }

const LONGEST_JSON = 8_000
const UNIT_SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 }
const LIFETIME = /^(\d{1,9})\s*(s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?)?$/i
const DATE_TIME = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?\s?(Z|[+-]\d{2}:?\d{2})?$/i

/** Reads the form: what each field means or lacks, and the request when nothing is wrong with it. Never throws. */
export function readTokenFields(fields: TokenFields, nowMs: number): ReadTokenFields {
  const lifetime = readLifetime(fields.lifetime)
  const notBefore = readNotBefore(fields.notBefore, lifetime.value, nowMs)
  const acl = readAcl(fields.acl)
  const claims = readClaims(fields.claims)
  const notes = { lifetime: lifetime.note, notBefore: notBefore.note, acl: acl.note, claims: claims.note }
  const isBad = Object.values(notes).some((note) => note?.tone === 'bad')
  if (isBad || lifetime.value === null) return { notes, request: null }
  return {
    notes,
    request: {
      profileId: fields.profileId,
      ttlSeconds: lifetime.value,
      sub: fields.sub.trim(),
      acl: acl.value,
      nbf: notBefore.value,
      claims: claims.value ?? {},
    },
  }
}

/** `15 m`, `1h`, `90 sec`, `24 hours`; a number alone is seconds. */
function readLifetime(text: string): Read<number> {
  const [, digits, unit = 's'] = LIFETIME.exec(text.trim()) ?? []
  if (digits === undefined) return bad('Write a time such as 15 m, 2 h or 90 s. A number alone is seconds.')
  const seconds = Number(digits) * (UNIT_SECONDS[unit.charAt(0).toLowerCase()] ?? 1)
  const problem = lifetimeProblem(seconds)
  return problem === null ? { value: seconds, note: neutral(durationWords(seconds * 1000)) } : bad(problem)
}

function readNotBefore(text: string, ttlSeconds: number | null, nowMs: number): Read<number | null> {
  const written = text.trim()
  if (written === '') return { value: null, note: null }
  const seconds = momentOf(written)
  if (seconds === null) return bad('Write Unix seconds, or a date and time such as 2027-01-31 14:00.')
  if (seconds >= 1e11) return bad('These are milliseconds. nbf is in seconds: divide by 1000.')
  const nowSeconds = Math.floor(nowMs / 1000)
  const problem = ttlSeconds === null ? null : notBeforeProblem(seconds, nowSeconds + ttlSeconds)
  if (problem !== null) return bad(problem)
  const wait = seconds - nowSeconds
  const words = wait > 0 ? `Not accepted for the next ${durationWords(wait * 1000)}.` : 'That moment is over.'
  return { value: seconds, note: neutral(words) }
}

/** Without a zone it is local time, as everywhere else on the page. */
function momentOf(text: string): number | null {
  if (/^\d{1,16}$/.test(text)) return Number(text)
  if (!DATE_TIME.test(text)) return null
  const ms = Date.parse(text.replace(' ', 'T').replace(/\s/, ''))
  return Number.isFinite(ms) && ms >= 0 ? Math.floor(ms / 1000) : null
}

function readAcl(text: string): Read<JsonObject | null> {
  const read = readJsonObject(text)
  if (read.value === null) return read
  const fault = aclFault(read.value)
  return fault === null
    ? read
    : { value: read.value, note: { tone: 'warn', text: `${fault} It is put in as it is.` } }
}

function readClaims(text: string): Read<JsonObject | null> {
  const read = readJsonObject(text)
  const problem = read.value === null ? null : reservedClaimProblem(read.value)
  return problem === null ? read : bad(problem)
}

function readJsonObject(text: string): Read<JsonObject | null> {
  if (text.trim() === '') return { value: null, note: null }
  if (text.length > LONGEST_JSON) return bad('This is too long: servers refuse headers of that size.')
  try {
    const value: unknown = JSON.parse(text)
    if (!isJsonObject(value)) return bad('Write a JSON object, in braces.')
    if (hasInexactNumber(text))
      return bad('A number in it has more digits than JSON numbers keep. Put it in quotes.')
    return { value, note: null }
  } catch (error) {
    return bad(`This is not JSON: ${error instanceof Error ? error.message : 'it cannot be read'}`)
  }
}

function hasInexactNumber(text: string): boolean {
  let isInexact = false
  JSON.parse(text, (_key, value: unknown, context?: { readonly source?: string }) => {
    const isLong = typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)
    isInexact ||= isLong && /^-?\d+$/.test(context?.source ?? '')
    return value
  })
  return isInexact
}

function bad(text: string): { readonly value: null; readonly note: FieldNote } {
  return { value: null, note: { tone: 'bad', text } }
}

function neutral(text: string): FieldNote {
  return { tone: 'neutral', text }
}
