import type { Fake } from './fake-ids.ts'

const UUID = '[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}'
const ONLY_UUID = new RegExp(`^${UUID}$`)
/** URLs, mail addresses, uuids, IP addresses and long numbers, wherever they stand. */
const TELLING = new RegExp(
  String.raw`(?<url>https?:\/\/[^\s"'<>]+)|(?<mail>[^\s@"'<>]+@[^\s@"'<>]+)|(?<uuid>${UUID})|(?<ip>\b\d{1,3}(?:\.\d{1,3}){3}\b|(?:[0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|[0-9a-fA-F:]*::[0-9a-fA-F:]+)|(?<number>\d{6,})`,
  'g',
)
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
  return VONAGE_PAGE.test(url) || (VONAGE_API.test(url) && !/\d{6,}/.test(url)) ? url : fake('url', url)
}

/** An identifier nobody told the meaning of. */
export function redactUnknown(value: string, fake: Fake): string {
  if (/^https?:\/\//i.test(value)) return redactUrl(value, fake)
  if (isUuid(value)) return fake('uuid', value)
  return /^\d{8,}$/.test(value) ? fake('number', value) : crossedOut(value)
}

/**
 * A sentence of Vonage's or of this app's, which is worth keeping, without the ids and addresses in it. `known` has
 * those that stand for something in the same callback.
 */
export function redactSentence(
  text: string,
  fake: Fake,
  known: ReadonlyMap<string, string> = new Map(),
): string {
  return text.replace(TELLING, (found: string, ...rest: readonly unknown[]) => {
    const { url, mail, uuid, ip } = groupsOf(rest)
    const same = known.get(found)
    if (same !== undefined) return same
    if (url !== undefined) return redactUrl(url, fake)
    if (mail !== undefined) return mail.replace(/[^@.]/gu, 'x')
    if (uuid !== undefined) return fake('uuid', uuid)
    return ip === undefined ? fake('number', found) : fake('ip', ip)
  })
}

type Found = { readonly [Name in 'url' | 'mail' | 'uuid' | 'ip' | 'number']?: string }

/** A replacer's last argument. */
function groupsOf(rest: readonly unknown[]): Found {
  const last: unknown = rest.at(-1)
  return typeof last === 'object' && last !== null ? last : {}
}
