import { z } from 'zod'
import { ApiVersion, StatusError } from './callback.ts'
import { WireError } from './rpc.ts'

const Url = z.string()

/** The content of an outbound message. `custom` is Meta's message object, passed on as it is (messages-api §3). */
export const ReplyContent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string() }),
  z.object({ type: z.enum(['image', 'audio', 'video', 'file']), url: Url }),
  z.object({ type: z.literal('custom'), custom: z.record(z.string(), z.json()) }),
])
export type ReplyContent = Readonly<z.infer<typeof ReplyContent>>

/** A reply as the form knows it. Empty strings mean: leave the field out of the request. */
export const ReplyDraft = z.object({
  version: ApiVersion,
  from: z.string(),
  to: z.string(),
  content: ReplyContent,
  category: z.enum(['', 'response', 'update', 'message_tag']),
  tag: z.string(),
  clientRef: z.string(),
  /** v1 only: status URL and format for this one message. */
  webhookUrl: z.string(),
  webhookVersion: z.enum(['', 'v0.1', 'v1']),
  /** A body written by hand, which is sent byte for byte instead of one made from the fields above. */
  bodyText: z.string().nullable().default(null),
})
export type ReplyDraft = Readonly<z.infer<typeof ReplyDraft>>

/** The problem a refused request came back with; every field as sent, null where absent (RFC 7807). */
export const Problem = z.object({
  title: z.string().nullable(),
  detail: z.string().nullable(),
  type: z.string().nullable(),
  instance: z.string().nullable(),
  invalidParameters: z.array(z.object({ name: z.string(), reason: z.string() })),
})
export type Problem = Readonly<z.infer<typeof Problem>>

/** How the request ended. Accepted is not delivered: what happens next comes as status callbacks. */
export const SendOutcome = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('accepted'),
    httpStatus: z.int(),
    messageUuid: z.string(),
    workflowId: z.string().nullable(),
    responseBody: z.string(),
    durationMs: z.number(),
  }),
  z.object({
    kind: z.literal('refused'),
    httpStatus: z.int(),
    problem: Problem,
    contentType: z.string(),
    responseBody: z.string(),
    explanation: WireError,
    durationMs: z.number(),
  }),
  z.object({ kind: z.literal('failed'), explanation: WireError, durationMs: z.number() }),
])
export type SendOutcome = Readonly<z.infer<typeof SendOutcome>>

/** One status callback of a reply. */
export const StatusStep = z.object({
  status: z.string(),
  callbackSeq: z.int(),
  receivedAtMs: z.number(),
  /** From pressing Send to the callback's arrival. */
  delayMs: z.number(),
  error: StatusError.nullable(),
})
export type StatusStep = Readonly<z.infer<typeof StatusStep>>

/** A message sent from here, with the statuses that came back for its message_uuid so far, in order of arrival. */
export const Reply = z.object({
  id: z.string(),
  profileId: z.string(),
  profileName: z.string(),
  sentAtMs: z.number(),
  draft: ReplyDraft,
  /** The URL the request went to and its exact body. */
  url: z.string(),
  requestBody: z.string(),
  outcome: SendOutcome,
  statuses: z.array(StatusStep),
})
export type Reply = Readonly<z.infer<typeof Reply>>

/** What a reply can be copied as: a command for a shell, or a script. */
export const ReplyCopyForm = z.enum(['bash', 'powershell', 'cmd', 'node'])
export type ReplyCopyForm = z.infer<typeof ReplyCopyForm>

/** Text that sends the message of a draft when it is run. */
export const ReplyCopy = z.object({
  text: z.string(),
  /** When the token in it stops working; null when it holds a placeholder. */
  tokenExpiresAtMs: z.number().nullable(),
  /** What keeps it from working as it is, in one sentence; null when nothing does. */
  caution: z.string().nullable(),
})
export type ReplyCopy = Readonly<z.infer<typeof ReplyCopy>>
