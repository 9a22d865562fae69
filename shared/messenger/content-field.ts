import { assertNever } from '../assert-never.ts'
import type { ReplyContent } from '../reply.ts'
import type { JsonObject } from './json-value.ts'

/**
 * The one field that holds the content of an outbound message, named for its type; the same in v1, in v0.1's
 * `message.content` and in the official SDKs. Source: Messages API v1 and v0.1 specs, Messenger channel.
 */
export function contentField(content: ReplyContent): JsonObject {
  switch (content.type) {
    case 'text':
      return filled({ text: content.text })
    case 'image':
    case 'audio':
    case 'video':
    case 'file':
      return { [content.type]: filled({ url: content.url }) }
    case 'custom':
      return { custom: content.custom }
    default:
      return assertNever(content)
  }
}

/** The fields without those left empty, which stay out of a request. */
export function filled(fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))
}
