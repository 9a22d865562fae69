import { z } from 'zod'
import { AddressJournalView } from './addresses.ts'
import { PersonName } from './chats.ts'
import { ForwardView } from './forward.ts'
import { ProfileView } from './profile.ts'
import { ResponseRule } from './response-rule.ts'
import { RetentionView } from './retention.ts'
import { WireError } from './rpc.ts'
import { SavedFilter } from './search/saved-filter.ts'
import { SimulatorState } from './simulator.ts'
import { Target } from './target.ts'
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
  /** Of the profile in use; never empty. */
  targets: z.array(Target),
  forward: ForwardView,
  /** How long callbacks are kept. */
  retention: RetentionView,
  profiles: z.array(ProfileView),
  activeProfileId: z.string(),
  /** Names given to PSIDs here, the newest last. */
  personNames: z.array(PersonName),
  notices: z.array(Notice),
  /** In the order in which they were saved. */
  savedFilters: z.array(SavedFilter),
  /** Callbacks that will not be answered 200 at once, and why. Must be seen by whoever looks at the list. */
  responseRules: z.array(ResponseRule),
  /** Applications that were pointed here, newest first. */
  addressJournals: z.array(AddressJournalView),
  /** When the profile in use got its first callback with a valid signature since it is in use; null for not yet. */
  signedCallbackAtMs: z.number().nullable(),
})
export type WorkbenchState = Readonly<z.infer<typeof WorkbenchState>>
