import { z } from 'zod'

/**
 * What the workbench tells the agent process, once. The authtoken goes this way only: neither arguments nor environment.
 * There is no message to stop: an agent that is not needed any more is killed.
 */
export const ConnectRequest = z.object({
  t: z.literal('connect'),
  /** Empty: none. */
  authtoken: z.string(),
  upstreamPort: z.int(),
  /** Empty: ngrok's choice. */
  domain: z.string(),
  /** A domain that is wished for, but not needed. */
  formerDomain: z.string(),
  serverAddress: z.string(),
  caCertPath: z.string(),
  heartbeatIntervalS: z.int(),
  heartbeatToleranceS: z.int(),
})
export type ConnectRequest = Readonly<z.infer<typeof ConnectRequest>>

/** What the agent process tells the workbench. */
export const AgentEvent = z.discriminatedUnion('t', [
  /** Ready for requests. */
  z.object({ t: z.literal('ready') }),
  /** The service accepted the session. */
  z.object({ t: z.literal('connected') }),
  z.object({ t: z.literal('url'), url: z.string() }),
  /** Null: none came back in time. */
  z.object({ t: z.literal('heartbeat'), latencyMs: z.number().nullable() }),
  /** The connection was lost; the SDK tries by itself. */
  z.object({ t: z.literal('closed') }),
  /** The service ended the endpoint. */
  z.object({ t: z.literal('stopped'), message: z.string() }),
  z.object({
    t: z.literal('failed'),
    step: z.enum(['connect', 'bind']),
    message: z.string(),
    errorCode: z.string().nullable(),
  }),
])
export type AgentEvent = Readonly<z.infer<typeof AgentEvent>>
