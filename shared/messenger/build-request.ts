import { assertNever } from '../assert-never.ts'
import type { ReplyDraft } from '../reply.ts'
import { contentField, filled } from './content-field.ts'
import type { JsonObject } from './json-value.ts'

/**
 * What goes over the wire for one message: the path under the API's base URL and the body's exact text. `body` is what
 * the fields stand for, also where a body written by hand goes out instead.
 */
export type MessageRequest = {
  readonly path: '/v1/messages' | '/v0.1/messages'
  readonly body: JsonObject
  readonly bodyText: string
}

/**
 * Builds the request of a draft in the format of its version. Fields the draft leaves empty are left out; nothing is
 * checked, so that a tester can send what the API should refuse. A body written by hand is taken as it is.
 * Source: Messages API v1 spec (flat bodies) and v0.1 spec (nested bodies), Messenger channel.
 */
export function buildRequest(draft: ReplyDraft): MessageRequest {
  switch (draft.version) {
    case 'v1':
      return withText('/v1/messages', bodyOfV1(draft), draft.bodyText)
    case 'v0.1':
      return withText('/v0.1/messages', bodyOfV01(draft), draft.bodyText)
    default:
      return assertNever(draft.version)
  }
}

function withText(path: MessageRequest['path'], body: JsonObject, byHand: string | null): MessageRequest {
  return { path, body, bodyText: byHand ?? JSON.stringify(body) }
}

function bodyOfV1(draft: ReplyDraft): JsonObject {
  return {
    ...filled({ to: draft.to, from: draft.from }),
    channel: 'messenger',
    message_type: draft.content.type,
    ...contentField(draft.content),
    ...messengerField(draft),
    ...filled({
      client_ref: draft.clientRef,
      webhook_url: draft.webhookUrl,
      webhook_version: draft.webhookVersion,
    }),
  }
}

/** v0.1 has the Messenger options inside `message`, and knows no webhook fields. */
function bodyOfV01(draft: ReplyDraft): JsonObject {
  return {
    to: { type: 'messenger', ...filled({ id: draft.to }) },
    from: { type: 'messenger', ...filled({ id: draft.from }) },
    message: {
      content: { type: draft.content.type, ...contentField(draft.content) },
      ...messengerField(draft),
    },
    ...filled({ client_ref: draft.clientRef }),
  }
}

function messengerField(draft: ReplyDraft): JsonObject {
  const messenger = filled({ category: draft.category, tag: draft.tag })
  return Object.keys(messenger).length === 0 ? {} : { messenger }
}
