import type { ApiVersion } from '../callback.ts'
import type { ReplyDraft } from '../reply.ts'
import { member, parseJson } from './json-value.ts'

/** What a request will say, wherever it is written. Members that are absent are null, others as they are. */
export type ReplyFacts = {
  readonly version: ApiVersion
  readonly to: unknown
  readonly from: unknown
  readonly type: unknown
  readonly text: unknown
  readonly url: unknown
  readonly category: unknown
  readonly tag: unknown
  readonly clientRef: unknown
  readonly webhookUrl: unknown
  readonly webhookVersion: unknown
}

/**
 * The facts of a draft: of its fields or, where the body was written by hand, of that body; null when that is not JSON.
 * Source: Messages API v1 spec (flat bodies) and v0.1 spec (nested bodies), Messenger channel.
 */
export function replyFacts(draft: ReplyDraft): ReplyFacts | null {
  if (draft.bodyText === null) return factsOfFields(draft)
  const json = parseJson(draft.bodyText)
  if (!json.ok) return null
  return draft.version === 'v1' ? factsOfV1(json.value) : factsOfV01(json.value)
}

function factsOfFields(draft: ReplyDraft): ReplyFacts {
  const { content } = draft
  return {
    version: draft.version,
    to: draft.to,
    from: draft.from,
    type: content.type,
    text: content.type === 'text' ? content.text : null,
    url: content.type === 'text' || content.type === 'custom' ? null : content.url,
    category: orNull(draft.category),
    tag: orNull(draft.tag),
    clientRef: orNull(draft.clientRef),
    webhookUrl: orNull(draft.webhookUrl),
    webhookVersion: orNull(draft.webhookVersion),
  }
}

function factsOfV1(body: unknown): ReplyFacts {
  const type = memberOrNull(body, 'message_type')
  return {
    version: 'v1',
    to: memberOrNull(body, 'to'),
    from: memberOrNull(body, 'from'),
    type,
    ...commonFacts(body, { type, content: body, messenger: member(body, 'messenger') }),
  }
}

function factsOfV01(body: unknown): ReplyFacts {
  const message = member(body, 'message')
  const content = member(message, 'content')
  const type = memberOrNull(content, 'type')
  return {
    version: 'v0.1',
    to: memberOrNull(member(body, 'to'), 'id'),
    from: memberOrNull(member(body, 'from'), 'id'),
    type,
    ...commonFacts(body, { type, content, messenger: member(message, 'messenger') }),
  }
}

type Parts = { readonly type: unknown; readonly content: unknown; readonly messenger: unknown }

function commonFacts(body: unknown, { type, content, messenger }: Parts) {
  const media = typeof type === 'string' ? member(content, type) : null
  return {
    text: memberOrNull(content, 'text'),
    url: memberOrNull(media, 'url'),
    category: memberOrNull(messenger, 'category'),
    tag: memberOrNull(messenger, 'tag'),
    clientRef: memberOrNull(body, 'client_ref'),
    webhookUrl: memberOrNull(body, 'webhook_url'),
    webhookVersion: memberOrNull(body, 'webhook_version'),
  }
}

function memberOrNull(object: unknown, name: string): unknown {
  return member(object, name) ?? null
}

function orNull(text: string): string | null {
  return text === '' ? null : text
}
