import { z } from 'zod'
import { AddressJournalView } from './addresses.ts'
import { ApiVersion } from './callback.ts'
import { ProfileView } from './profile.ts'
import { ResponseRule } from './response-rule.ts'
import { WireError } from './rpc.ts'
import { TunnelView } from './tunnel.ts'

export const ListenerState = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('listening'),
    port: z.int(),
    /** The port that was asked for; differs from `port` when it was taken. */
    wantedPort: z.int(),
    inboundUrl: z.string(),
    statusUrl: z.string(),
  }),
  z.object({ state: z.literal('failed'), error: WireError }),
])
export type ListenerState = Readonly<z.infer<typeof ListenerState>>

/** A Messenger user the simulator can write as. The PSID is valid for the simulator's Page only. */
export const SimulatedPerson = z.object({ psid: z.string(), name: z.string() })
export type SimulatedPerson = Readonly<z.infer<typeof SimulatedPerson>>

/** One callback the simulator sent (or could not send), newest first in the state. */
export const SimulatorDelivery = z.object({
  id: z.string(),
  atMs: z.number(),
  kind: z.enum(['inbound', 'status']),
  /** Message type or status. */
  type: z.string(),
  url: z.string(),
  result: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('answered'), httpStatus: z.int(), durationMs: z.number() }),
    z.object({ kind: z.literal('failed'), reason: z.string() }),
  ]),
})
export type SimulatorDelivery = Readonly<z.infer<typeof SimulatorDelivery>>

export const SimulatorState = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('running'),
    port: z.int(),
    wantedPort: z.int(),
    /** Base URL of its Messages API. */
    url: z.string(),
    pageId: z.string(),
    people: z.array(SimulatedPerson),
    /** Format of the callbacks it sends (the application's "version" in Vonage's terms). */
    callbackVersion: ApiVersion,
    deliveries: z.array(SimulatorDelivery),
  }),
  z.object({ state: z.literal('failed'), error: WireError }),
])
export type SimulatorState = Readonly<z.infer<typeof SimulatorState>>

/** Something the person should know and can dismiss: a settings file that had to be put aside, for example. */
export const Notice = z.object({ id: z.string(), explanation: WireError })
export type Notice = Readonly<z.infer<typeof Notice>>

/** Everything the page shows that is not a callback or a reply. Sent whole on every change. */
export const WorkbenchState = z.object({
  host: z.enum(['desktop', 'browser']),
  version: z.string(),
  dataFolder: z.string(),
  /** How secrets are kept here, in one sentence, and whether the system protects them. */
  secretStorage: z.object({ isProtected: z.boolean(), sentence: z.string() }),
  listener: ListenerState,
  wantedListenerPort: z.int(),
  simulator: SimulatorState,
  tunnel: TunnelView,
  profiles: z.array(ProfileView),
  activeProfileId: z.string(),
  notices: z.array(Notice),
  /** Callbacks that will not be answered 200 at once, and why. Must be seen by whoever looks at the list. */
  responseRules: z.array(ResponseRule),
  /** Applications that were pointed here, newest first. */
  addressJournals: z.array(AddressJournalView),
  /** When the profile in use got its first callback with a valid signature since it is in use; null for not yet. */
  signedCallbackAtMs: z.number().nullable(),
})
export type WorkbenchState = Readonly<z.infer<typeof WorkbenchState>>
