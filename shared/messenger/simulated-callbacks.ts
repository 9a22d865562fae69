import { assertNever } from '../assert-never.ts'
import type { ApiVersion, MessageContent } from '../callback.ts'
import type { JsonObject } from './json-value.ts'

type Callback = {
  readonly version: ApiVersion
  readonly messageUuid: string
  readonly pageId: string
  readonly psid: string
  readonly atMs: number
}

export type SimulatedContent = Exclude<MessageContent, { type: 'unknown' }>

export type SimulatedInbound = Callback & { readonly content: SimulatedContent }

/** Why a message did not get through, in Vonage's words: v0.1 shows code and reason, v1 also the explanation. */
export type DeliveryError = {
  readonly code: number
  readonly reason: string
  readonly explanation: string
  /** Vonage's trace id of the failure; v1 only. */
  readonly instance: string
}

export type SimulatedStatus = Callback & {
  readonly status: 'submitted' | 'delivered' | 'read' | 'rejected' | 'undeliverable'
  readonly error: DeliveryError | null
  readonly usage: { readonly currency: string; readonly price: string } | null
  readonly clientRef: string | null
}

/**
 * The body of an inbound message callback, fields in the documented order. It comes from the person (PSID) and goes
 * to the Page. Source: Messages API v1 spec, InboundMessengerMessageCommon; v0.1 spec, inbound-message.
 */
export function inboundBody(inbound: SimulatedInbound): JsonObject {
  const { version, content } = inbound
  switch (version) {
    case 'v1':
      return {
        channel: 'messenger',
        message_uuid: inbound.messageUuid,
        to: inbound.pageId,
        from: inbound.psid,
        timestamp: timestamp(inbound.atMs),
        message_type: content.type,
        ...contentField(content),
      }
    case 'v0.1':
      return {
        message_uuid: inbound.messageUuid,
        to: party(inbound.pageId),
        from: party(inbound.psid),
        timestamp: timestamp(inbound.atMs),
        message: { content: { type: content.type, ...contentField(content) } },
      }
    default:
      return assertNever(version)
  }
}

/**
 * The body of a status callback, fields in the documented order. It keeps the direction of the message: to the person
 * (PSID), from the Page. Source: Messages API v1 spec, messageStatusMessenger; v0.1 spec, MessageStatus.
 */
export function statusBody(status: SimulatedStatus): JsonObject {
  const { version } = status
  switch (version) {
    case 'v1':
      return {
        message_uuid: status.messageUuid,
        to: status.psid,
        from: status.pageId,
        timestamp: timestamp(status.atMs),
        status: status.status,
        channel: 'messenger',
        ...(status.error === null ? {} : { error: errorOfV1(status.error) }),
        ...optionalFields(status),
      }
    case 'v0.1':
      return {
        message_uuid: status.messageUuid,
        to: party(status.psid),
        from: party(status.pageId),
        timestamp: timestamp(status.atMs),
        status: status.status,
        ...(status.error === null ? {} : { error: { code: status.error.code, reason: status.error.reason } }),
        ...optionalFields(status),
      }
    default:
      return assertNever(version)
  }
}

function optionalFields({ usage, clientRef }: SimulatedStatus): JsonObject {
  return {
    ...(usage === null ? {} : { usage }),
    ...(clientRef === null ? {} : { client_ref: clientRef }),
  }
}

/** v1 carries the code as the title. */
function errorOfV1(error: DeliveryError): JsonObject {
  return {
    type: `https://developer.vonage.com/api-errors/messages#${error.code}`,
    title: String(error.code),
    detail: error.explanation === '' ? error.reason : `${error.reason} - ${error.explanation}`,
    instance: error.instance,
  }
}

function contentField(content: SimulatedContent): JsonObject {
  switch (content.type) {
    case 'text':
      return { text: content.text }
    case 'image':
    case 'audio':
    case 'video':
    case 'file':
      return { [content.type]: { url: content.url } }
    case 'unsupported':
      return {}
    default:
      return assertNever(content)
  }
}

function party(id: string): JsonObject {
  return { type: 'messenger', id }
}

/** ISO 8601 with milliseconds and Z, the form in the specs. */
function timestamp(atMs: number): string {
  return new Date(atMs).toISOString()
}
