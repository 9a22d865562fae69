import { assertNever } from '../assert-never.ts'
import type { CallbackRow } from '../callback.ts'
import type { SearchHas, SearchQuery, SearchSignature, SearchTerm } from './query.ts'
import { type QueryToken, queryTokens, tokensOf } from './tokens.ts'

type RowFields =
  | 'receivedAtMs'
  | 'kind'
  | 'version'
  | 'type'
  | 'psid'
  | 'pageId'
  | 'messageUuid'
  | 'errorCode'
  | 'signature'

/** What a query looks at in one callback. What costs something to find out is asked for only when it matters. */
export type MatchedCallback = Pick<CallbackRow, RowFields> & {
  readonly has: (what: 'error' | 'reply' | 'note' | 'repeat' | 'pin') => boolean
  /** What `searchText` makes of the captured request. */
  readonly text: () => string
}

/** Where the index cuts a type and an id. */
const LONGEST_TYPE = 100
const LONGEST_ID = 200

/**
 * Whether a callback is among those that the store finds under a query at `nowMs`: for a callback that is just coming
 * in, before the store can be asked.
 */
export function matchesQuery(callback: MatchedCallback, query: SearchQuery, nowMs: number): boolean {
  let tokens: readonly string[] | null = null
  const wordsOf = () => {
    tokens ??= tokensOf(callback.text())
    return tokens
  }
  return query.every((term) => {
    if (term.field !== 'text') return holds(callback, term, nowMs) !== term.isNegated
    const phrases = phrasesOf(term)
    // A text without a word in it, such as a question mark, asks nothing.
    if (phrases.length === 0) return true
    return phrases.every((phrase) => hasPhrase(wordsOf(), phrase)) !== term.isNegated
  })
}

function holds(
  callback: MatchedCallback,
  term: Exclude<SearchTerm, { field: 'text' }>,
  nowMs: number,
): boolean {
  const { kind, psid, pageId, receivedAtMs } = callback
  switch (term.field) {
    case 'kind':
      return kind === term.value
    case 'type':
      return isType(callback, term.value)
    case 'status':
      return kind === 'status' && isType(callback, term.value)
    case 'from':
      return kind !== 'other' && isId(kind === 'inbound' ? psid : pageId, term.value)
    case 'to':
      return kind !== 'other' && isId(kind === 'inbound' ? pageId : psid, term.value)
    case 'person':
      return isId(psid, term.value)
    case 'page':
      return isId(pageId, term.value)
    case 'uuid':
      return isId(callback.messageUuid, term.value)
    case 'code':
      return callback.errorCode === term.value
    case 'version':
      return callback.version === term.value
    case 'sig':
      return isSigned(callback, term.value)
    case 'has':
      return isHaving(callback, term.value)
    case 'is':
      return callback.has('pin')
    case 'before':
      return receivedAtMs < term.value
    case 'after':
      return receivedAtMs >= term.value
    case 'since':
      return receivedAtMs >= nowMs - term.value
    default:
      return assertNever(term)
  }
}

function isType({ type }: MatchedCallback, value: string): boolean {
  return type.slice(0, LONGEST_TYPE) === value
}

function isId(id: string | null, value: string): boolean {
  return id?.slice(0, LONGEST_ID) === value
}

/** Requests that are no Messages callbacks are not expected to be signed. */
function isSigned({ kind, signature }: MatchedCallback, wanted: SearchSignature): boolean {
  return wanted === 'trouble' ? kind !== 'other' && signature !== 'valid' : signature === wanted
}

function isHaving({ kind, type, has }: MatchedCallback, wanted: SearchHas): boolean {
  switch (wanted) {
    case 'image':
    case 'audio':
    case 'video':
    case 'file':
      return kind === 'inbound' && type === wanted
    case 'error':
    case 'reply':
    case 'note':
    case 'repeat':
      return has(wanted)
    default:
      return assertNever(wanted)
  }
}

/** All of these have to be found, each with its tokens side by side. */
function phrasesOf({ value, match }: Extract<SearchTerm, { field: 'text' }>) {
  const chunks = match === 'phrase' ? [value] : value.split(/\s+/u)
  return chunks
    .map((chunk, index) => queryTokens(chunk, match === 'prefix' && index === chunks.length - 1))
    .filter((tokens) => tokens.length > 0)
}

function hasPhrase(words: readonly string[], phrase: readonly QueryToken[]): boolean {
  return words.some((_, at) =>
    phrase.every(({ text, isOpen }, index) => {
      const word = words[at + index]
      return isOpen ? word?.startsWith(text) === true : word === text
    }),
  )
}
