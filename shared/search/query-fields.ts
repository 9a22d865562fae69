import { ApiVersion, CallbackKind, SignatureState } from '../callback.ts'
import type { SearchTerm } from './query.ts'
import { SearchHas, SearchIs, SearchSignature } from './query.ts'
import { agoMs, momentMs } from './query-time.ts'

export type SearchField = Exclude<SearchTerm['field'], 'text'>

type Facts = { readonly isNegated: boolean; readonly nowMs: number }

export type FieldRule = {
  /** Other names it goes by. */
  readonly aliases: readonly string[]
  /** What it asks, for whoever is completing a query. */
  readonly asks: string
  /** All values there are; null where any text will do. */
  readonly values: readonly string[] | null
  /** How a value has to look, as the end of a sentence that starts with "A value of this field". */
  readonly form: string
  /** Null for a value it does not know. */
  readonly read: (value: string, facts: Facts) => SearchTerm | null
}

type FreeField = 'type' | 'status' | 'from' | 'to' | 'person' | 'page' | 'uuid' | 'code'

function free(field: FreeField, asks: string, aliases: readonly string[] = []): FieldRule {
  return {
    aliases,
    asks,
    values: null,
    form: 'is any text.',
    read: (value, { isNegated }) => ({ field, value, isNegated }),
  }
}

/** Words people use for signature states beside the states' own. */
const SIGNATURE_WORDS: Readonly<Record<string, SearchSignature>> = { fail: 'trouble', ok: 'valid' }
const VERSION_WORDS: Readonly<Record<string, ApiVersion>> = { '1': 'v1', '0.1': 'v0.1' }

/** Every field of the filter grammar: one table for reading, completing and describing. */
export const searchFields: Readonly<Record<SearchField, FieldRule>> = {
  kind: {
    aliases: [],
    asks: 'inbound message, status or neither',
    values: CallbackKind.options,
    form: `is ${CallbackKind.options.join(', ')}.`,
    read: (value, { isNegated }) => {
      const { success, data } = CallbackKind.safeParse(value.toLowerCase())
      return success ? { field: 'kind', value: data, isNegated } : null
    },
  },
  type: free('type', 'message type or status, such as image or delivered'),
  status: free('status', 'a status, such as rejected'),
  from: free('from', 'who the callback is from'),
  to: free('to', 'who the callback is to'),
  person: free('person', 'PSID of the person', ['psid']),
  page: free('page', 'Page ID'),
  uuid: free('uuid', 'message_uuid', ['message_uuid']),
  code: free('code', 'error code of a status, such as 1340', ['error']),
  sig: {
    aliases: ['signature'],
    asks: 'what the signature checks said; fail: anything but valid',
    values: ['fail', ...SignatureState.options],
    form: `is fail, ${SignatureState.options.join(', ')}.`,
    read: (value, { isNegated }) => {
      const word = value.toLowerCase()
      const { success, data } = SearchSignature.safeParse(SIGNATURE_WORDS[word] ?? word)
      return success ? { field: 'sig', value: data, isNegated } : null
    },
  },
  version: {
    aliases: [],
    asks: 'format of the callback',
    values: ApiVersion.options,
    form: `is ${ApiVersion.options.join(' or ')}.`,
    read: (value, { isNegated }) => {
      const word = value.toLowerCase()
      const { success, data } = ApiVersion.safeParse(VERSION_WORDS[word] ?? word)
      return success ? { field: 'version', value: data, isNegated } : null
    },
  },
  has: {
    aliases: [],
    asks: 'an attachment, an error, a reply, a note, repeats',
    values: SearchHas.options,
    form: `is ${SearchHas.options.join(', ')}.`,
    read: (value, { isNegated }) => {
      const { success, data } = SearchHas.safeParse(value.toLowerCase())
      return success ? { field: 'has', value: data, isNegated } : null
    },
  },
  is: {
    aliases: [],
    asks: 'pinned, which keeps it',
    values: SearchIs.options,
    form: `is ${SearchIs.options.join(', ')}.`,
    read: (value, { isNegated }) => {
      const { success, data } = SearchIs.safeParse(value.toLowerCase())
      return success ? { field: 'is', value: data, isNegated } : null
    },
  },
  since: {
    aliases: [],
    asks: 'no longer ago than 10m, 2h or 7d',
    values: null,
    form: 'is a number and s, m, h, d or w: 90s, 10m, 2h, 7d.',
    read: (value, { isNegated }) => {
      const spanMs = agoMs(value)
      return spanMs === null ? null : { field: 'since', value: spanMs, isNegated }
    },
  },
  after: momentField('after', 'received then or later'),
  before: momentField('before', 'received before then'),
}

function momentField(field: 'after' | 'before', asks: string): FieldRule {
  return {
    aliases: [],
    asks: `${asks}: 2026-11-20, 14:30`,
    values: null,
    form: 'is a day, a time of today or both: 2026-11-20, 14:30, 2026-11-20T14:30.',
    read: (value, { isNegated, nowMs }) => {
      const atMs = momentMs(value, nowMs)
      return atMs === null ? null : { field, value: atMs, isNegated }
    },
  }
}

/** The names of all fields, in the order in which they are offered. */
export const searchFieldNames: readonly SearchField[] = [
  'kind',
  'status',
  'type',
  'person',
  'page',
  'from',
  'to',
  'sig',
  'has',
  'is',
  'since',
  'after',
  'before',
  'code',
  'uuid',
  'version',
]

/** The field that goes by this name or alias, or null. `text` is the name of free text and no field of the table. */
export function searchFieldOf(name: string): SearchField | null {
  return (
    searchFieldNames.find((field) => field === name || searchFields[field].aliases.includes(name)) ?? null
  )
}
