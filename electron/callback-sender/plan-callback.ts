import { assertNever } from '#shared/assert-never.ts'
import { isJsonObject, type JsonObject, member, textMember } from '#shared/messenger/json-value.ts'
import type { CallbackFault } from '#shared/simulator.ts'

/** What a callback is made of: the text that is signed, the text that is sent, and how. */
export type CallbackPlan = {
  readonly signedText: string
  readonly sentText: string
  readonly signature: 'good' | 'none' | 'wrong-secret'
  /** How old the signature claims to be. */
  readonly signedAgoMs: number
  readonly manner: 'whole' | 'in-pieces' | 'cut'
  /** How often the same bytes are sent, one after the other. */
  readonly times: 1 | 2
}

const OLD_MS = 30 * 24 * 3_600_000
/** A name for a message type and for a status that no document lists. */
const UNLISTED = 'unlisted'

/**
 * Plans a callback with one fault, or (null) as Vonage sends it: compact JSON, signed over exactly the bytes that are
 * sent. Source: Messages API, "Signed webhooks" (`payload_hash` covers the body as it is).
 */
export function planCallback(body: JsonObject, fault: CallbackFault | null): CallbackPlan {
  const text = JSON.stringify(body)
  const good = goodPlan(text)
  switch (fault) {
    case null:
      return good
    case 'unsigned':
      return { ...good, signature: 'none' }
    case 'wrong-secret':
      return { ...good, signature: 'wrong-secret' }
    case 'tampered-body':
      return { ...good, sentText: JSON.stringify(tampered(body)) }
    case 'old-iat':
      return { ...good, signedAgoMs: OLD_MS }
    case 're-serialised-body':
      return { ...good, sentText: JSON.stringify(body, null, 2) }
    case 'duplicate':
      return { ...good, times: 2 }
    case 'unknown-type':
      return goodPlan(JSON.stringify(unlisted(body)))
    case 'broken-json':
      return goodPlan(text.slice(0, -1))
    case 'slow-sender':
      return { ...good, manner: 'in-pieces' }
    case 'cut-connection':
      return { ...good, manner: 'cut' }
    default:
      return assertNever(fault)
  }
}

function goodPlan(text: string): CallbackPlan {
  return {
    signedText: text,
    sentText: text,
    signature: 'good',
    signedAgoMs: 0,
    manner: 'whole',
    times: 1,
  }
}

/** The id of the message with another last character: whoever does not check the signature takes it for a new one. */
function tampered(body: JsonObject): JsonObject {
  const uuid = textMember(body, 'message_uuid') ?? ''
  return { ...body, message_uuid: `${uuid.slice(0, -1)}${uuid.endsWith('0') ? '1' : '0'}` }
}

function unlisted(body: JsonObject): JsonObject {
  if (member(body, 'status') !== undefined) return { ...body, status: UNLISTED }
  const message = member(body, 'message')
  if (!isJsonObject(message)) return { ...body, message_type: UNLISTED }
  const content = member(message, 'content')
  const fields = isJsonObject(content) ? content : {}
  return { ...body, message: { ...message, content: { ...fields, type: UNLISTED } } }
}
