import { z } from 'zod'
import { StatusError } from './callback.ts'
import { TargetDelivery } from './target.ts'

/** A callback passed on to the developer's server, and what came of it in short. */
export const PassedOnStep = z.object({
  id: z.string(),
  atMs: z.number(),
  durationMs: z.number(),
  origin: TargetDelivery.shape.origin,
  targetName: z.string(),
  outcome: z.enum(['answered', 'failed', 'held-back']),
  httpStatus: z.int().nullable(),
  /** Why it failed or was held back; null where it was answered. */
  why: z.string().nullable(),
})
export type PassedOnStep = Readonly<z.infer<typeof PassedOnStep>>

/** One delivery of a callback to the listener. */
export const ExchangeDelivery = z.object({
  seq: z.int(),
  receivedAtMs: z.number(),
  answer: z.object({ httpStatus: z.int(), durationMs: z.number() }).nullable(),
})
export type ExchangeDelivery = Readonly<z.infer<typeof ExchangeDelivery>>

/** A callback with its deliveries, in order of arrival, and where it was passed on to. */
export const ExchangeCallback = z.object({
  seq: z.int(),
  /** Message type or status. */
  type: z.string(),
  error: StatusError.nullable(),
  deliveries: z.array(ExchangeDelivery),
  passedOn: z.array(PassedOnStep),
})
export type ExchangeCallback = Readonly<z.infer<typeof ExchangeCallback>>

/** A message to the person, with its statuses. */
export const ExchangeMessage = z.object({
  key: z.string(),
  from: z.enum(['here', 'server']),
  /** When it was sent; null for one of the server, which is known by its statuses only. */
  sentAtMs: z.number().nullable(),
  /** Null where it is not known what was sent. */
  summary: z.string().nullable(),
  /** What the Messages API answered; null where that is not known. */
  outcome: z
    .object({
      kind: z.enum(['accepted', 'refused', 'failed']),
      httpStatus: z.int().nullable(),
      durationMs: z.number(),
    })
    .nullable(),
  statuses: z.array(ExchangeCallback),
})
export type ExchangeMessage = Readonly<z.infer<typeof ExchangeMessage>>

/** One inbound message (null: none is known) and all that followed from it until the person wrote again. */
export const Exchange = z.object({
  inbound: ExchangeCallback.extend({
    summary: z.string(),
    /** When the person wrote it, where the callback says so believably. */
    writtenAtMs: z.number().nullable(),
  }).nullable(),
  messages: z.array(ExchangeMessage),
  /** There are more than are told. */
  isCut: z.boolean(),
})
export type Exchange = Readonly<z.infer<typeof Exchange>>

/** The callback or reply whose exchange is asked for. */
export const ExchangeSubject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('callback'), seq: z.int() }),
  z.object({ kind: z.literal('reply'), id: z.string() }),
])
export type ExchangeSubject = Readonly<z.infer<typeof ExchangeSubject>>
