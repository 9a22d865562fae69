import { z } from 'zod'
import { ReplyDraft, SendOutcome } from '../reply.ts'

export const SESSION_FORMAT = 'messenger-workbench-session'
export const SESSION_VERSION = 1
/** The listener takes no more either, and pages are made for it. */
const MAX_BODY_BYTES = 1024 * 1024

/** First line of a session file. Nothing in it tells when it was written, so that equal sessions are equal files. */
export const SessionHeader = z.object({
  format: z.literal(SESSION_FORMAT),
  schemaVersion: z.int().min(1),
  isRedacted: z.boolean(),
})
export type SessionHeader = Readonly<z.infer<typeof SessionHeader>>

/** Exact bytes: as text where they are UTF-8 (byte order mark kept), else as base64. */
const SessionBody = z.union([
  z.object({
    text: z
      .string()
      .refine((text) => text.isWellFormed(), 'It is not a text of whole characters.')
      .refine((text) => !isTooLarge(text), 'It is larger than 1 MiB.'),
  }),
  z.object({
    base64: z.base64().refine((text) => sizeOfBase64(text) <= MAX_BODY_BYTES, 'It is larger than 1 MiB.'),
  }),
])
export type SessionBody = Readonly<z.infer<typeof SessionBody>>

/** One captured request with what the listener did with it and what somebody said about it. */
export const CallbackRecord = z.object({
  kind: z.literal('callback'),
  /** Unix milliseconds. */
  receivedAtMs: z.number().min(0).max(8.64e15),
  route: z.enum(['inbound', 'status', 'other']),
  method: z.string(),
  path: z.string(),
  flaw: z.enum(['too-large', 'cut-off']).nullable(),
  /** In the order and letter case they came in, repeats included. */
  headers: z.array(z.tuple([z.string(), z.string()])),
  body: SessionBody,
  answer: z.object({ httpStatus: z.int(), durationMs: z.number() }).nullable(),
  pinnedAtMs: z.number().optional(),
  note: z.object({ text: z.string().max(10_000), atMs: z.number() }).optional(),
})
export type CallbackRecord = Readonly<z.infer<typeof CallbackRecord>>

/** A message sent from here. Its statuses are callbacks. */
export const ReplyRecord = z.object({
  kind: z.literal('reply'),
  id: z.string().min(1).max(200),
  profileId: z.string(),
  profileName: z.string(),
  sentAtMs: z.number(),
  draft: ReplyDraft,
  url: z.string(),
  requestBody: z.string(),
  outcome: SendOutcome,
})
export type ReplyRecord = Readonly<z.infer<typeof ReplyRecord>>

/** The name somebody gave to a person. */
export const PersonRecord = z.object({
  kind: z.literal('person'),
  psid: z.string().min(1).max(500),
  name: z.string().max(500),
})
export type PersonRecord = Readonly<z.infer<typeof PersonRecord>>

/** Every line of a session file but the first. */
export const SessionRecord = z.discriminatedUnion('kind', [CallbackRecord, ReplyRecord, PersonRecord])
export type SessionRecord = Readonly<z.infer<typeof SessionRecord>>

/** The bytes of a body. */
export function sessionBodyBytes(body: SessionBody): Uint8Array<ArrayBuffer> {
  if ('text' in body) return new TextEncoder().encode(body.text)
  return Uint8Array.from(atob(body.base64), (character) => character.charCodeAt(0))
}

/** A text has at least a third as many bytes as UTF-16 code units have room for, so most need not be counted. */
function isTooLarge(text: string): boolean {
  if (text.length * 3 <= MAX_BODY_BYTES) return false
  return new TextEncoder().encode(text).length > MAX_BODY_BYTES
}

/** Bytes that a base64 text with its padding stands for. */
export function sizeOfBase64(text: string): number {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  return (text.length / 4) * 3 - padding
}
