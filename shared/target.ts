import { z } from 'zod'
import { ExactBody } from './callback.ts'
import { WireError } from './rpc.ts'

/** How much of a target's answer is kept: the first 64 KiB for a forwarded callback, less for one of many replayed. */
export const KEPT_ANSWER_BYTES = { forward: 64 * 1024, replay: 4 * 1024 } as const

const Path = z
  .string()
  .trim()
  .regex(/^\/\S*$/, 'A path starts with / and has no spaces.')
  .max(500)

/** Where a developer's own webhook server listens. Callbacks are forwarded and replayed to it. */
export const Target = z.object({
  id: z.string().min(1),
  /** Targets belong to a profile: another application usually means another server. */
  profileId: z.string().min(1),
  name: z.string().trim().min(1, 'Give the target a name.').max(80),
  /** Scheme, host and port, maybe a path in front of both webhook paths. */
  baseUrl: z
    .url({ protocol: /^https?$/, error: 'Enter a base URL such as http://localhost:3000.' })
    .max(1_000),
  inboundPath: Path,
  statusPath: Path,
  /** The host other than this computer that the person has agreed to send callbacks to; null: none. */
  allowedHost: z.string().nullable(),
})
export type Target = Readonly<z.infer<typeof Target>>

/** A target as it is entered; `id` null makes a new one of the profile in use. */
export const TargetInput = Target.omit({ id: true, profileId: true }).extend({
  id: z.string().min(1).nullable(),
  /** A password in it would be stored and shown like any address, and never be sent. */
  baseUrl: Target.shape.baseUrl.refine((url) => !holdsCredentials(url), {
    error: 'Leave the user name and password out of the base URL: they are not sent.',
  }),
})
export type TargetInput = Readonly<z.infer<typeof TargetInput>>

function holdsCredentials(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { username, password } = new URL(url)
  return username !== '' || password !== ''
}

/** What every profile has until its own target is entered: the addresses of Vonage's Node tutorials. */
export const usualTarget = {
  name: 'My server',
  baseUrl: 'http://localhost:3000',
  inboundPath: '/webhooks/inbound-message',
  statusPath: '/webhooks/message-status',
  allowedHost: null,
} as const satisfies Omit<TargetInput, 'id'>

/** The id of a profile's usual target, also once it was edited. */
export function usualTargetId(profileId: string): string {
  return `usual:${profileId}`
}

/** Whether a connection can be made, nothing more: no request is sent to find out. */
export const TargetHealth = z.discriminatedUnion('state', [
  z.object({ state: z.literal('connects') }),
  z.object({ state: z.literal('does-not-connect'), error: WireError }),
  /** Another host than this computer that nobody has agreed to: it is not contacted. */
  z.object({ state: z.literal('not-allowed') }),
])
export type TargetHealth = Readonly<z.infer<typeof TargetHealth>>

/** What a target did with a callback. A redirect is an answer: it is shown, not followed. */
export const TargetOutcome = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('answered'),
    httpStatus: z.int(),
    /** In the order and letter case they came in. */
    headers: z.array(z.tuple([z.string(), z.string()])),
    /** The first bytes of it, as many as are kept. */
    body: ExactBody,
    /** The answer went on: only the first bytes were read, then the connection was closed. */
    isBodyCut: z.boolean(),
  }),
  z.object({ kind: z.literal('failed'), error: WireError }),
  /** Nothing was sent, and why: a bad signature, a full queue, a host nobody has agreed to. */
  z.object({ kind: z.literal('held-back'), reason: z.string() }),
])
export type TargetOutcome = Readonly<z.infer<typeof TargetOutcome>>

/** One callback passed on to a target, and what came of it. */
export const TargetDelivery = z.object({
  id: z.string(),
  callbackSeq: z.int(),
  targetId: z.string(),
  targetName: z.string(),
  url: z.string(),
  /** `mirror`: forwarded while the sender waited for the target's answer. */
  origin: z.enum(['forward', 'mirror', 'replay']),
  /** The run it was part of; null unless replayed. */
  runId: z.string().nullable(),
  atMs: z.number(),
  /** From the first byte sent to the end of the answer (or of what is kept of it). */
  durationMs: z.number(),
  outcome: TargetOutcome,
})
export type TargetDelivery = Readonly<z.infer<typeof TargetDelivery>>
