import { z } from 'zod'
import { ApiVersion } from '#shared/callback.ts'
import { PersonName } from '#shared/chats.ts'
import type { Explanation } from '#shared/errors.ts'
import { ForwardSettings } from '#shared/forward.ts'
import { Profile } from '#shared/profile.ts'
import { Durability, defaultRetention, Pruned, RetentionLimits } from '#shared/retention.ts'
import { SavedFilter } from '#shared/search/saved-filter.ts'
import {
  PageId,
  SimulatedPerson,
  SimulatorSettings,
  USUAL_PAGE_ID,
  usualSimulatorSettings,
} from '#shared/simulator.ts'
import { Target } from '#shared/target.ts'
import { defaultTunnelSettings, TunnelSettings } from '#shared/tunnel.ts'
import { openOrSetAside } from './read-or-set-aside.ts'
import type { OpenStoreFile } from './store-file.ts'

const DEFAULT_LISTENER_PORT = 4180
const DEFAULT_SIMULATOR_PORT = 4181

/** Everything that is set once and kept, but for the secrets. Unknown members of the file are kept as they are. */
const SettingsFile = z.looseObject({
  schemaVersion: z.literal(1).default(1),
  listenerPort: z.int().min(0).max(65_535).default(DEFAULT_LISTENER_PORT),
  simulatorPort: z.int().min(0).max(65_535).default(DEFAULT_SIMULATOR_PORT),
  /** What earlier versions kept of the simulator's settings; read once, then `simulator` has it. */
  simulatorCallbackVersion: ApiVersion.optional(),
  simulator: SimulatorSettings.loose()
    // Earlier versions had no choice of it.
    .extend({ pageId: PageId.default(USUAL_PAGE_ID) })
    .optional(),
  /** Null: the people the simulator starts with. */
  simulatedPeople: z.array(SimulatedPerson.loose()).nullable().default(null),
  /** Names given to PSIDs of any Page. */
  personNames: z.array(PersonName.loose()).default([]),
  activeProfileId: z.string().default(''),
  profiles: z.array(Profile.loose()).default([]),
  /** Webhook servers of all profiles that have one of their own. */
  targets: z.array(Target.loose()).default([]),
  /** By profile id; a profile without an entry does not forward. */
  forwards: z.record(z.string(), ForwardSettings.loose()).default({}),
  savedFilters: z.array(SavedFilter.loose()).default([]),
  tunnel: TunnelSettings.loose().default(defaultTunnelSettings),
  /** What an answered callback survives: a loss of power, or an end of the app only, which is faster. */
  durability: Durability.default('power-loss'),
  retention: RetentionLimits.loose().default(defaultRetention),
  lastPruned: Pruned.loose().nullable().default(null),
  /** Random part of public webhook addresses; made when first asked for, then kept. */
  tunnelSegment: z.string().default(''),
})
const Settings = SettingsFile.transform(({ simulatorCallbackVersion = 'v1', simulator, ...others }) => ({
  ...others,
  simulator: simulator ?? { ...usualSimulatorSettings, callbackVersion: simulatorCallbackVersion },
}))
type Settings = Readonly<z.infer<typeof Settings>>

export type SettingsService = {
  readonly get: () => Settings
  /** Stores the change at once. Throws when it cannot be stored; nothing has changed then. */
  readonly update: (change: Partial<Settings>) => void
}

type Deps = {
  readonly folder: string
  readonly open: OpenStoreFile
  readonly nowMs: () => number
  readonly onSetAside: (explanation: Explanation) => void
}

/** The settings of a data folder. A file that cannot be read is kept aside and reported, never lost. */
export function createSettings(deps: Deps): SettingsService {
  const { file, content } = openOrSetAside({ ...deps, name: 'settings', schema: Settings })
  let settings: Settings = content
  return {
    get: () => settings,
    update(change) {
      const next = { ...settings, ...change }
      file.write({ ...next })
      settings = next
    },
  }
}
