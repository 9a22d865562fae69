import type { Problem } from '../reply.ts'
import { isJsonObject, member, parseJson, textMember } from './json-value.ts'

const HTML_TITLE = /<title[^>]{0,200}>([^<]{1,500})<\/title/i
/** Far enough into a page to meet its title. */
const HTML_HEAD_CHARACTERS = 20_000

/**
 * Reads the body of a refused request. The Messages API answers with RFC 7807 objects, at times without `type` or
 * `instance`; gateways in front of it answer with HTML or nothing. Never throws: what is absent is null. Of an HTML
 * page only its title is taken.
 * Source: Messages API v1 spec, Error schemas; RFC 7807.
 */
export function readProblem(bodyText: string): Problem {
  const json = parseJson(bodyText)
  const body = json.ok ? json.value : null
  return {
    title: textMember(body, 'title') ?? (json.ok ? null : htmlTitle(bodyText)),
    detail: textMember(body, 'detail'),
    type: textMember(body, 'type'),
    instance: textMember(body, 'instance'),
    invalidParameters: parametersOf(member(body, 'invalid_parameters')),
  }
}

/** Documented as `{name, reason}`; anything else is kept as far as it goes. */
function parametersOf(value: unknown): Problem['invalidParameters'] {
  if (!Array.isArray(value)) return []
  return value.map((item: unknown) => ({
    name: textMember(item, 'name') ?? (isJsonObject(item) ? '' : String(item)),
    reason: textMember(item, 'reason') ?? '',
  }))
}

function htmlTitle(text: string): string | null {
  const title = HTML_TITLE.exec(text.slice(0, HTML_HEAD_CHARACTERS))?.[1]?.trim()
  return title === undefined || title === '' ? null : title
}
