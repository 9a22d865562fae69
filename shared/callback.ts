import { z } from 'zod'
import { Check } from './check.ts'

/** Which of the two generations of the Messages API a body is written in. */
export const ApiVersion = z.enum(['v0.1', 'v1'])
export type ApiVersion = z.infer<typeof ApiVersion>

/** A timestamp as the callback wrote it, and as a time where it could be read. */
export const CallbackTime = z.object({ raw: z.string(), atMs: z.number().nullable() })
export type CallbackTime = Readonly<z.infer<typeof CallbackTime>>

/** What an inbound message says. Types the documents do not list arrive as `unknown`. */
export const MessageContent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string() }),
  z.object({ type: z.enum(['image', 'audio', 'video', 'file']), url: z.string() }),
  z.object({ type: z.literal('unsupported') }),
  z.object({ type: z.literal('unknown'), name: z.string() }),
])
export type MessageContent = Readonly<z.infer<typeof MessageContent>>

/** The error of a rejected or undeliverable message, from whichever place the version puts it. */
export const StatusError = z.object({ code: z.string().nullable(), reason: z.string().nullable() })
export type StatusError = Readonly<z.infer<typeof StatusError>>

const common = {
  version: ApiVersion,
  channel: z.string(),
  messageUuid: z.string(),
  /** Null where the callback came without it. */
  psid: z.string().nullable(),
  pageId: z.string().nullable(),
  timestamp: CallbackTime.nullable(),
  clientRef: z.string().nullable(),
}

/** Why a captured request is not a Messages callback. */
export const OtherReason = z.enum([
  'other-path',
  'other-method',
  'too-large',
  'cut-off',
  'empty-body',
  'not-utf8',
  'not-json',
  'not-an-object',
  'no-message-uuid',
  'only-message-uuid',
])
export type OtherReason = z.infer<typeof OtherReason>

/** What a captured request turned out to be. Derived from the raw bytes, never stored instead of them. */
export const ReadCallback = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('inbound'), ...common, content: MessageContent }),
  z.object({ kind: z.literal('status'), ...common, status: z.string(), error: StatusError.nullable() }),
  z.object({ kind: z.literal('other'), reason: OtherReason, explanation: z.string() }),
])
export type ReadCallback = Readonly<z.infer<typeof ReadCallback>>

/**
 * `valid`: every check passed. `unsigned`: no Authorization header, which Vonage sends now and then.
 * `invalid`: a check failed. `unknown`: no signature secret is stored for that API key, so nothing could be verified.
 */
export const SignatureState = z.enum(['valid', 'unsigned', 'invalid', 'unknown'])
export type SignatureState = z.infer<typeof SignatureState>

export const CallbackKind = z.enum(['inbound', 'status', 'other'])
export type CallbackKind = z.infer<typeof CallbackKind>

/** One line of the callbacks list. */
export const CallbackRow = z.object({
  /** Order of capture; the callback's identity in this data folder. */
  seq: z.int(),
  receivedAtMs: z.number(),
  kind: CallbackKind,
  version: ApiVersion.nullable(),
  /** Message type, status, or the reason why it is neither. */
  type: z.string(),
  psid: z.string().nullable(),
  pageId: z.string().nullable(),
  messageUuid: z.string().nullable(),
  summary: z.string(),
  errorCode: z.string().nullable(),
  signature: SignatureState,
  /** What the listener answered; null while (or if never) answered. */
  answer: z.object({ httpStatus: z.int(), durationMs: z.number() }).nullable(),
  /** For a status: the reply sent from here that it belongs to. */
  reply: z.object({ id: z.string(), summary: z.string(), delayMs: z.number() }).nullable(),
  /** How often the same event was delivered; the answer is that of the last time. */
  attempts: z.int(),
  /** What the developer's own server made of it the last time it was passed on; null: it was not. */
  passedOn: z
    .object({ kind: z.enum(['answered', 'failed', 'held-back']), httpStatus: z.int().nullable() })
    .nullable(),
  /** Kept by whoever pinned or noted it: neither pruned nor deleted with others. */
  isPinned: z.boolean(),
  hasNote: z.boolean(),
  /** When this person last wrote to this Page, as of this row: the newest of a person's rows is right. */
  lastInboundAtMs: z.number().nullable(),
})
export type CallbackRow = Readonly<z.infer<typeof CallbackRow>>

/** Exact bytes over JSON: as text when they are UTF-8 (lossless, byte order mark kept), else as base64. */
export const ExactBody = z.discriminatedUnion('encoding', [
  z.object({ encoding: z.literal('utf8'), text: z.string(), sizeBytes: z.int() }),
  z.object({ encoding: z.literal('base64'), data: z.string(), sizeBytes: z.int() }),
])
export type ExactBody = Readonly<z.infer<typeof ExactBody>>

/** One delivery of an event: the first, or a repeat because the one before was not acknowledged. */
export const Delivery = z.object({
  seq: z.int(),
  receivedAtMs: z.number(),
  /** Since the first delivery. */
  offsetMs: z.number(),
  answer: z.object({ httpStatus: z.int(), durationMs: z.number() }).nullable(),
  /** Whether it comes when Vonage's schedule has one, and when that is; null for the first. */
  schedule: z.object({ fits: z.boolean(), expected: z.string() }).nullable(),
})
export type Delivery = Readonly<z.infer<typeof Delivery>>

export const CallbackDetail = z.object({
  row: CallbackRow,
  method: z.string(),
  path: z.string(),
  /** In the order and letter case they came in. */
  headers: z.array(z.tuple([z.string(), z.string()])),
  body: ExactBody,
  read: ReadCallback,
  checks: z.array(Check),
  /** Every delivery of this event, this one included, in order of arrival. */
  deliveries: z.array(Delivery),
})
export type CallbackDetail = Readonly<z.infer<typeof CallbackDetail>>
