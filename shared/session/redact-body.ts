import { isJsonObject, parseJson, textMember } from '../messenger/json-value.ts'
import { readTimestamp } from '../messenger/timestamp.ts'
import { editJson } from './edit-json.ts'
import type { Fake, FakeKind } from './fake-ids.ts'
import {
  crossedOut,
  isOpaque,
  isPlainName,
  isUuid,
  redactSentence,
  redactUnknown,
  redactUrl,
} from './redact-text.ts'

const BYTE_ORDER_MARK = '\uFEFF'

/** Whose text it is: it decides which of `from` and `to` is the person, and whether `title` and `detail` explain. */
export type BodyOrigin = 'callback' | 'outbound' | 'answer' | 'claims'

/** Words of the protocol, which say nothing about anybody. */
const PROTOCOL = new Set(
  'channel type message_type status currency price category tag webhook_version version alg typ iss template_type content_type attachment_type messaging_type'.split(
    ' ',
  ),
)
const PROTOCOL_WORD = /^[A-Za-z0-9_][\w./+-]{0,39}$/
/** What the value of a member is, by its name. */
const MEANINGS: ReadonlyMap<string, FakeKind> = new Map<string, FakeKind>([
  ['message_uuid', 'uuid'],
  ['client_ref', 'client-ref'],
  ['api_key', 'api-key'],
  ['application_id', 'application'],
  ...'name first_name last_name full_name display_name username nickname'
    .split(' ')
    .map((name) => [name, 'name'] as const),
])
const WRITTEN = new Set('text title subtitle payload caption description message body'.split(' '))
const EXPLAINING = new Set(['title', 'detail', 'reason', 'type', 'code', 'description', 'instance'])
const TIMES = new Set('timestamp iat exp nbf time sent_at created_at watermark'.split(' '))
const MEMBER_NAME = /^[A-Za-z_$][\w$.:-]{0,63}$/

/**
 * The text of a JSON body with other ids, names, texts and addresses in it. Everything else stays as it is written:
 * space, order, unknown members, words of the protocol, times. Text that is no JSON becomes a note of its size.
 */
export function redactBody(text: string, origin: BodyOrigin, fake: Fake): string {
  if (text === '') return text
  const mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : ''
  const json = text.slice(mark.length)
  const parsed = parseJson(json)
  if (!parsed.ok) return redactedNote(text)
  const context = contextOf(parsed.value, origin, fake)
  return `${mark}${editJson(json, {
    scalar: (keys, written) => redactScalar(keys, written, context),
    name: (written) => redactName(written),
  })}`
}

/** What stands for a body that is no JSON. */
export function sizeNote(bytes: number): string {
  return `[${bytes} bytes, not JSON]`
}

function redactedNote(text: string): string {
  return /^\[\d{1,7} bytes, not JSON\]$/.test(text) ? text : sizeNote(new TextEncoder().encode(text).length)
}

type Context = {
  readonly origin: BodyOrigin
  readonly fake: Fake
  /** The member that names the person; the other one of `from` and `to` names the Page. */
  readonly personIn: 'from' | 'to'
  readonly known: ReadonlyMap<string, string>
}

function contextOf(value: unknown, origin: BodyOrigin, fake: Fake): Context {
  const isOutbound = origin === 'outbound' || textMember(value, 'status') !== null
  const personIn = isOutbound ? 'to' : 'from'
  const known = new Map<string, string>()
  for (const side of ['from', 'to'] as const) {
    const kind = side === personIn ? 'person' : 'page'
    for (const id of idsOf(value, side)) known.set(id, fake(kind, id))
  }
  return { origin, fake, personIn, known }
}

function idsOf(value: unknown, side: 'from' | 'to'): readonly string[] {
  const party = isJsonObject(value) && Object.hasOwn(value, side) ? value[side] : null
  return [textMember(value, side), textMember(party, 'id'), textMember(party, 'number')].filter(
    (id) => id !== null,
  )
}

function redactName(written: string): string {
  const name = stringOf(written)
  return MEMBER_NAME.test(name) && isPlainName(name) ? written : JSON.stringify(crossedOut(name))
}

function redactScalar(keys: readonly string[], written: string, context: Context): string {
  if (!written.startsWith('"')) return redactNumber(keys, written, context)
  const before = stringOf(written)
  const after = before === '' ? before : redactString(keys, before, context)
  return after === before ? written : JSON.stringify(after)
}

function redactNumber(keys: readonly string[], written: string, context: Context): string {
  const { known, fake, personIn } = context
  const key = keys.at(-1) ?? ''
  const party = partyOf(keys)
  if (party !== null) return fake(party === personIn ? 'person' : 'page', digitsOf(written))
  const isHidden = (MEANINGS.has(key) || WRITTEN.has(key)) && !isExplaining(keys, key, context)
  if (!isHidden && (TIMES.has(key) || !isTelling(written))) return written
  return known.get(written) ?? fake('number', written)
}

/** Ids and phone numbers have many digits, and so has a place on earth, behind its point. */
function isTelling(written: string): boolean {
  const digits = written.replace(/e.*$/i, '').replace(/\D/g, '').replace(/^0+/, '')
  return digits.length >= 6
}

/** A number as reading a callback gives it: every digit of a whole one, however long. */
function digitsOf(written: string): string {
  const value = Number(written)
  return Number.isSafeInteger(value) || !/^-?\d+$/.test(written) ? String(value) : written
}

function redactString(keys: readonly string[], value: string, context: Context): string {
  const { fake, personIn, known } = context
  const key = keys.at(-1) ?? ''
  const party = partyOf(keys)
  if (party !== null) return fake(party === personIn ? 'person' : 'page', value)
  if (isExplaining(keys, key, context)) return redactExplanation(key, value, context)
  const meaning = MEANINGS.get(key)
  if (meaning !== undefined) return fake(meaning, value)
  if (WRITTEN.has(key)) return crossedOut(value)
  const tellsNothing = readTimestamp(value).atMs !== null || (PROTOCOL.has(key) && isProtocolWord(value))
  if (tellsNothing) return value
  return known.get(value) ?? redactUnknown(value, fake)
}

/** A member of the error of a status, or of an error the API answered with (RFC 7807). */
function isExplaining(keys: readonly string[], key: string, { origin }: Context): boolean {
  if (origin === 'answer' && keys.includes('invalid_parameters')) return key === 'name' || key === 'reason'
  if (!EXPLAINING.has(key)) return false
  return origin === 'answer'
    ? keys.length === 1
    : origin === 'callback' && keys.length > 1 && keys[0] === 'error'
}

function redactExplanation(key: string, value: string, { fake, known }: Context): string {
  if (key === 'type' && /^https?:/i.test(value)) return redactUrl(value, fake)
  return redactSentence(value, fake, known)
}

/** The member `from` or `to` that this value is the id of; null for all others. */
function partyOf(keys: readonly string[]): 'from' | 'to' | null {
  const [side, member] = keys
  if (side !== 'from' && side !== 'to') return null
  if (keys.length === 1) return side
  return keys.length === 2 && (member === 'id' || member === 'number') ? side : null
}

function isProtocolWord(value: string): boolean {
  return PROTOCOL_WORD.test(value) && !/\d{6,}/.test(value) && !isUuid(value) && !isOpaque(value)
}

function stringOf(written: string): string {
  return String(JSON.parse(written))
}
