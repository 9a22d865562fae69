import { addressFault, insecure } from './content-warnings.ts'
import { standingOfTag } from './message-tags.ts'
import type { ReplyFacts } from './reply-facts.ts'
import type { ReplyField, ReplyWarning } from './reply-warnings.ts'
import { textLength } from './text-length.ts'

const CATEGORIES: readonly unknown[] = ['response', 'update', 'message_tag']
const VERSIONS: readonly unknown[] = ['v0.1', 'v1']
const LONGEST_CLIENT_REF = { 'v0.1': 40, v1: 100 } as const

/**
 * What may be refused about the category, the tag and the optional fields of a reply.
 * Source: Messages API v1 spec, channelOptionsMessenger, client_ref and webhook_url; v0.1 spec, messenger; Meta,
 * "Message tags".
 */
export function channelWarnings(facts: ReplyFacts): readonly ReplyWarning[] {
  return [
    doubt('category', categoryFault(facts)),
    ...tagWarnings(facts),
    doubt('clientRef', clientRefFault(facts)),
    doubt('webhookUrl', webhookUrlFault(facts)),
    doubt('webhookVersion', webhookVersionFault(facts)),
  ].filter((warning) => warning !== null)
}

function categoryFault({ category }: ReplyFacts): string | null {
  if (category === null || CATEGORIES.includes(category)) return null
  return category === 'message-tag'
    ? 'The category is written message_tag, with an underscore. Some SDKs write a hyphen.'
    : 'The category is none of response, update and message_tag.'
}

function tagWarnings({ category, tag }: ReplyFacts): readonly (ReplyWarning | null)[] {
  const isTagged = category === 'message_tag' || category === 'message-tag'
  if (tag === null || tag === '') {
    const text = 'The category message_tag needs a tag.'
    return [isTagged ? { field: 'tag', kind: 'doubt', text } : null]
  }
  return [
    doubt(
      'tag',
      isTagged ? null : 'A tag goes with the category message_tag. With another one its effect is open.',
    ),
    doubt('tag', tagFault(tag)),
  ]
}

function tagFault(tag: unknown): string | null {
  if (typeof tag !== 'string') return 'The tag is not a JSON string.'
  switch (standingOfTag(tag)) {
    case 'current':
      return null
    case 'retired':
      return 'Meta has retired this tag. It may be refused with 422, or later with code 1021.'
    case 'unknown':
      return 'Not one of the tags Meta defines today. It may be refused with 422, or later with code 1021.'
  }
}

function clientRefFault({ clientRef, version }: ReplyFacts): string | null {
  if (clientRef === null) return null
  if (typeof clientRef !== 'string') return 'client_ref is not a JSON string.'
  const limit = LONGEST_CLIENT_REF[version]
  const { codePoints } = textLength(clientRef)
  return codePoints > limit ? `${codePoints} characters. The ${version} API takes ${limit}.` : null
}

function webhookUrlFault({ webhookUrl, version }: ReplyFacts): string | null {
  if (webhookUrl === null) return null
  if (version === 'v0.1') return onlyInV1('webhook_url')
  if (typeof webhookUrl !== 'string') return 'webhook_url is not a JSON string.'
  return addressFault(webhookUrl) ?? insecure(webhookUrl)
}

function webhookVersionFault({ webhookVersion, version }: ReplyFacts): string | null {
  if (webhookVersion === null) return null
  if (version === 'v0.1') return onlyInV1('webhook_version')
  return VERSIONS.includes(webhookVersion) ? null : 'webhook_version is neither v1 nor v0.1.'
}

function onlyInV1(name: string): string {
  return `${name} is a field of v1. The v0.1 API does not know it.`
}

function doubt(field: ReplyField, text: string | null): ReplyWarning | null {
  return text === null ? null : { field, kind: 'doubt', text }
}
