import { z } from 'zod'
import { ApiVersion } from './callback.ts'
import { Check } from './check.ts'
import { WireError } from './rpc.ts'
import { CallbackFault } from './simulator.ts'

/** One thing a good webhook server is expected to handle. All of them are in one table, shared/messenger/contract-cases.ts. */
export const ContractCase = z.object({
  id: z.string(),
  title: z.string(),
  version: ApiVersion,
  kind: z.enum(['inbound', 'status']),
  /** Message type or status. */
  type: z.string(),
  /** Null for a valid callback. */
  fault: CallbackFault.nullable(),
  /** What a good server does, in one sentence. */
  expectation: z.string(),
})
export type ContractCase = Readonly<z.infer<typeof ContractCase>>

/** What one request of a case met. A duplicate has two. */
export const ContractExchange = z.object({
  httpStatus: z.int().nullable(),
  durationMs: z.number(),
  /** Why there was no answer; null when there was one. */
  failure: z.string().nullable(),
  /** The first bytes of the answer, as text. */
  bodyText: z.string(),
})
export type ContractExchange = Readonly<z.infer<typeof ContractExchange>>

export const ContractResult = z.object({
  case: ContractCase,
  isPassed: z.boolean(),
  checks: z.array(Check),
  exchanges: z.array(ContractExchange),
})
export type ContractResult = Readonly<z.infer<typeof ContractResult>>

export const ContractRun = z.object({
  id: z.string(),
  startedAtMs: z.number(),
  targetId: z.string(),
  targetName: z.string(),
  url: z.string(),
  /** `stopped`: given up because the server could not be reached (any more); `error` says it. */
  state: z.enum(['running', 'finished', 'cancelled', 'stopped']),
  error: WireError.nullable(),
  total: z.int(),
  results: z.array(ContractResult),
  durationMs: z.number(),
})
export type ContractRun = Readonly<z.infer<typeof ContractRun>>
