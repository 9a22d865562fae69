import { z } from 'zod'
import { ApiVersion } from './callback.ts'
import { WireError } from './rpc.ts'

/** A Messenger user the simulator can write as. The PSID is valid for the simulator's Page only. */
export const SimulatedPerson = z.object({
  psid: z.string(),
  name: z.string(),
  /** By the simulator's clock, in Unix milliseconds; absent from somebody who never wrote. */
  lastWroteAtMs: z.number().optional(),
})
export type SimulatedPerson = Readonly<z.infer<typeof SimulatedPerson>>

/** What can be wrong with a callback on its way, to see what a webhook server makes of it. */
export const CallbackFault = z.enum([
  /** No Authorization header. */
  'unsigned',
  'wrong-secret',
  /** A character of the body changed after signing. */
  'tampered-body',
  /** Signed 30 days ago: longer than any retry of Vonage takes. */
  'old-iat',
  /** The same JSON in other bytes than were signed, as a proxy that parses and writes it again would send. */
  're-serialised-body',
  /** Delivered twice, as Vonage does when an answer got lost. */
  'duplicate',
  /** A message type or status that no document lists, properly signed. */
  'unknown-type',
  /** Properly signed bytes that are not JSON. */
  'broken-json',
  /** The body arrives in pieces, over two seconds. */
  'slow-sender',
  /** The connection ends in the middle of the body. */
  'cut-connection',
])
export type CallbackFault = z.infer<typeof CallbackFault>

/** What a simulated person sends; `unsupported` is what Vonage makes of stickers, locations and the like. */
export const SimulatedMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string().min(1).max(20_000) }),
  z.object({
    type: z.enum(['image', 'audio', 'video', 'file']),
    url: z.url({ protocol: /^https?$/ }).max(2_000),
  }),
  z.object({ type: z.literal('unsupported') }),
])
export type SimulatedMessage = Readonly<z.infer<typeof SimulatedMessage>>

/** How the statuses of a message that was sent through the simulated API come back. */
export const StatusSequence = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('normal') }),
  z.object({ kind: z.literal('rejected'), code: z.int().min(1).max(9_999) }),
  z.object({ kind: z.literal('undeliverable'), code: z.int().min(1).max(9_999) }),
  /** read, delivered, submitted. */
  z.object({ kind: z.literal('out-of-order') }),
  /** Each of them twice. */
  z.object({ kind: z.literal('duplicated') }),
  /** All of them this much later. */
  z.object({ kind: z.literal('delayed'), delayMs: z.int().min(1).max(600_000) }),
  /** None at all. */
  z.object({ kind: z.literal('missing') }),
])
export type StatusSequence = Readonly<z.infer<typeof StatusSequence>>

/** What Vonage's sandbox refuses and the simulator lets pass unless told. */
export const SandboxRules = z.object({
  /** One message per second; more are answered 429. */
  isRateLimited: z.boolean(),
  /** Only these PSIDs can be written to; null: everybody. */
  allowedPsids: z.array(z.string()).nullable(),
  /** Messages outside the 24 hours after a person's last one are accepted, then rejected with 1340. */
  hasWindow: z.boolean(),
  /** Texts of more than 640 characters are refused. */
  isTextLimited: z.boolean(),
})
export type SandboxRules = Readonly<z.infer<typeof SandboxRules>>

/** `server-errors`: 429 and 5xx; `any-non-200`. Vonage's documents disagree, so both can be tried. No answer always counts. */
export const RetryTrigger = z.enum(['off', 'server-errors', 'any-non-200'])
export type RetryTrigger = z.infer<typeof RetryTrigger>

/** How fast the clock of the retries runs; 0 stands still and moves by step only. */
export const RetryClockSpeed = z.union([z.literal(0), z.literal(1), z.literal(60), z.literal(3600)])
export type RetryClockSpeed = z.infer<typeof RetryClockSpeed>

/** Where the simulator's callbacks go: to the listener, where they are captured (and forwarded), or straight to a target. */
export const SimulatorDestination = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('listener') }),
  z.object({ kind: z.literal('target'), targetId: z.string() }),
])
export type SimulatorDestination = Readonly<z.infer<typeof SimulatorDestination>>

/** The Page of the simulator's business, unless told otherwise. Made up; real ones look the same. */
export const USUAL_PAGE_ID = '1078330640641367'

export const PageId = z.string().regex(/^\d{5,25}$/, 'A Page ID is a number of 5 to 25 digits.')

export const SimulatorSettings = z.object({
  /** Whom the people write to, and the only sender that the simulated Messages API knows. */
  pageId: PageId,
  /** Format of the callbacks it sends (the application's "version" in Vonage's terms). */
  callbackVersion: ApiVersion,
  destination: SimulatorDestination,
  statusSequence: StatusSequence,
  sandboxRules: SandboxRules,
  retryTrigger: RetryTrigger,
})
export type SimulatorSettings = Readonly<z.infer<typeof SimulatorSettings>>

export const usualSimulatorSettings: SimulatorSettings = {
  pageId: USUAL_PAGE_ID,
  callbackVersion: 'v1',
  destination: { kind: 'listener' },
  statusSequence: { kind: 'normal' },
  sandboxRules: { isRateLimited: false, allowedPsids: null, hasWindow: false, isTextLimited: false },
  retryTrigger: 'server-errors',
}

/** One callback the simulator sent (or could not send), newest first in the state. */
export const SimulatorDelivery = z.object({
  id: z.string(),
  atMs: z.number(),
  kind: z.enum(['inbound', 'status']),
  /** Message type or status. */
  type: z.string(),
  messageUuid: z.string(),
  url: z.string(),
  fault: CallbackFault.nullable(),
  /** 1 for the first time, more for a retry. */
  attempt: z.int(),
  result: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('answered'), httpStatus: z.int(), durationMs: z.number() }),
    z.object({ kind: z.literal('failed'), reason: z.string() }),
  ]),
})
export type SimulatorDelivery = Readonly<z.infer<typeof SimulatorDelivery>>

/** A callback that will be delivered again. */
export const DueRetry = z.object({
  id: z.string(),
  kind: z.enum(['inbound', 'status']),
  type: z.string(),
  messageUuid: z.string(),
  /** Which attempt this will be; the first retry is 2. */
  attempt: z.int(),
  /** On the clock of the retries. */
  dueAtMs: z.number(),
  /** What the attempt before it met. */
  because: z.string(),
})
export type DueRetry = Readonly<z.infer<typeof DueRetry>>

export const RetryClockView = z.object({
  speed: RetryClockSpeed,
  /** The clock's time when `atMs` it was on the real clock; the page works out what it shows in between. */
  clockMs: z.number(),
  atMs: z.number(),
  /** Soonest first, at most 200 of them. */
  due: z.array(DueRetry),
  dueCount: z.int(),
})
export type RetryClockView = Readonly<z.infer<typeof RetryClockView>>

/** A request that was sent to the simulated API. Nothing secret is kept of it. */
export const SimulatorRequest = z.object({
  id: z.string(),
  atMs: z.number(),
  method: z.string(),
  /** Without the query. */
  path: z.string(),
  /** Whose credentials it came with, right or wrong; null where they tell nobody's. */
  who: z.object({ kind: z.enum(['application', 'api-key']), id: z.string() }).nullable(),
  /** Of a message: whom it was for and its type, as far as the body can be read. */
  to: z.string().nullable(),
  messageType: z.string().nullable(),
  httpStatus: z.int(),
  /** Of a message that was accepted. */
  messageUuid: z.string().nullable(),
  /** Of a refusal: what it says, and which fields it names. */
  refusal: z
    .object({
      title: z.string(),
      detail: z.string(),
      /** What exactly was wrong, which Vonage would not say. */
      reason: z.string().nullable(),
    })
    .nullable(),
})
export type SimulatorRequest = Readonly<z.infer<typeof SimulatorRequest>>

/** A message between a simulated person and the Page, as both sides see it. */
export const ChatBubble = z.object({
  id: z.string(),
  atMs: z.number(),
  psid: z.string(),
  /** `person`: the simulated user wrote it. `server`: it was sent through the simulated Messages API. */
  from: z.enum(['person', 'server']),
  messageUuid: z.string(),
  content: z.discriminatedUnion('type', [
    z.object({ type: z.literal('text'), text: z.string() }),
    z.object({ type: z.enum(['image', 'audio', 'video', 'file']), url: z.string() }),
    z.object({ type: z.literal('unsupported') }),
    /** A custom or template message, as JSON text. */
    z.object({ type: z.literal('custom'), json: z.string() }),
  ]),
  /**
   * What became of it, in order: answers to the callback, or statuses reported for the message. Of a message that the
   * API refused, which has no statuses, the refusal.
   */
  progress: z.array(z.object({ atMs: z.number(), word: z.string(), isTrouble: z.boolean() })),
})
export type ChatBubble = Readonly<z.infer<typeof ChatBubble>>

export const SimulatorState = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('running'),
    port: z.int(),
    wantedPort: z.int(),
    /** Base URL of its Messages API. */
    url: z.string(),
    people: z.array(SimulatedPerson),
    settings: SimulatorSettings,
    /** Name of the profile whose credentials it accepts and signs with. */
    signsAs: z.string(),
    deliveries: z.array(SimulatorDelivery),
    /** The last requests to its API, newest first. */
    requests: z.array(SimulatorRequest),
    retryClock: RetryClockView,
  }),
  z.object({ state: z.literal('failed'), error: WireError }),
])
export type SimulatorState = Readonly<z.infer<typeof SimulatorState>>
