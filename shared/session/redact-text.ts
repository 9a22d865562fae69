import type { Fake } from './fake-ids.ts'

const UUID = '[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}'
const ONLY_UUID = new RegExp(`^${UUID}$`)
/** A sentence has no longer words, and looking for ids in one would take longer than it is worth. */
const LONGEST_WORD = 256
/** Ids of all forms, wherever they stand in a word. */
const TELLING = String.raw`(?<uuid>${UUID})|(?<ip>\b\d{1,3}(?:\.\d{1,3}){3}\b|(?<![\w:])(?:(?:[0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|[0-9a-fA-F:]*::[0-9a-fA-F:]+)(?![\w:]))|(?<run>\w{8,})|\d{6,}`
/** Vonage's own pages, which errors point to. */
const VONAGE_PAGE =
  /^https:\/\/(?:developer\.(?:vonage|nexmo)\.com|www\.nexmo\.com)\/[\w./-]*(?:#[\w-]{1,40})?$/
/** Addresses the Messages API answers at: nobody's secret. */
const VONAGE_API =
  /^https:\/\/(?:api(?:-[a-z]+)*\.(?:nexmo|vonage)\.com|messages-sandbox\.nexmo\.com)\/[\w./-]*$/

/** As many x as the text has characters: that it was there and how long is all that is told. */
export function crossedOut(text: string): string {
  return 'x'.repeat([...text].length)
}

export function isUuid(text: string): boolean {
  return ONLY_UUID.test(text)
}

/** Another address for every address but those of Vonage's own documentation and API. */
export function redactUrl(url: string, fake: Fake): string {
  const isVonages = (VONAGE_PAGE.test(url) || VONAGE_API.test(url)) && !/\d{6,}/.test(url)
  return isVonages ? url : fake('url', url)
}

/** An identifier nobody told the meaning of. */
export function redactUnknown(value: string, fake: Fake): string {
  if (/^https?:\/\//i.test(value)) return redactUrl(value, fake)
  if (isUuid(value)) return fake('uuid', value)
  return /^\d{8,}$/.test(value) ? fake('number', value) : crossedOut(value)
}

/** Keys and tokens, unlike words, mix letters with digits. */
export function isOpaque(text: string): boolean {
  return (text.match(/\w{8,}/g) ?? []).some((run) => /[A-Za-z]/.test(run) && /\d.*\d/.test(run))
}

/** Whether a name, of a member or a header, is one that a programmer has given, and no id. */
export function isPlainName(name: string): boolean {
  return !/\d{6,}/.test(name) && !isUuid(name) && !isOpaque(name)
}

/**
 * A sentence of Vonage's or of this app's, which is worth keeping, without the ids and addresses in it. `known` has
 * those that stand for something in the same callback. Word by word, so that a long text takes no longer than it must.
 */
export function redactSentence(
  text: string,
  fake: Fake,
  known: ReadonlyMap<string, string> = new Map(),
): string {
  const ids = new RegExp([...known.keys()].filter(isToBeFound).map(wholeWord).concat(TELLING).join('|'), 'g')
  const redactIds = (word: string) =>
    word.replace(ids, (found: string, ...rest: readonly unknown[]) => {
      return known.get(found) ?? redactId(found, groupsOf(rest), fake)
    })
  return text.replace(/[^\s"'<>]+/g, (word) => {
    const start = addressStart(word)
    if (start !== null)
      return `${redactWord(word.slice(0, start), redactIds)}${redactUrl(word.slice(start), fake)}`
    return redactWord(word, redactIds)
  })
}

function redactId(found: string, { uuid, ip, run }: Found, fake: Fake): string {
  if (uuid !== undefined) return fake('uuid', uuid)
  if (ip !== undefined) return fake('ip', ip)
  if (run === undefined || /^\d+$/.test(run)) return fake('number', found)
  return isOpaque(run) ? crossedOut(run) : run
}

function redactWord(word: string, redactIds: (word: string) => string): string {
  if (word.length > LONGEST_WORD) return crossedOut(word)
  return /.@./u.test(word) ? word.replace(/[^@.]/gu, 'x') : redactIds(word)
}

/** Where the address in a word begins, of whatever scheme; null where there is none. */
function addressStart(word: string): number | null {
  const end = word.indexOf('://')
  if (end < 1) return null
  let start = end
  while (start > 0 && /[a-z\d+.-]/i.test(word[start - 1] ?? '')) start -= 1
  return start
}

/** Shorter ones may as well be something else, and longer ones are in no sentence. */
function isToBeFound({ length }: string): boolean {
  return length >= 5 && length <= 200
}

function wholeWord(id: string): string {
  return String.raw`(?<![\w.-])${id.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)}(?![\w-])`
}

type Found = { readonly [Name in 'uuid' | 'ip' | 'run']?: string }

/** A replacer's last argument. */
function groupsOf(rest: readonly unknown[]): Found {
  const last: unknown = rest.at(-1)
  return typeof last === 'object' && last !== null ? last : {}
}
