import type { WorkbenchState } from '#shared/workbench-state.ts'
import type { Pointing } from './addresses/pointing.ts'
import type { Forwarding } from './forward/forwarding.ts'
import type { ResponseRules } from './listener/response-rules.ts'
import type { createListening } from './listening.ts'
import type { createNotices } from './notices.ts'
import type { Retention } from './retention/retention.ts'
import type { Profiles } from './settings/profiles.ts'
import type { SettingsService } from './settings/settings.ts'
import type { createSignedCallbacks } from './signed-callbacks.ts'
import type { createSimulating } from './simulating.ts'
import type { Targets } from './targets/targets.ts'
import type { Tunnel } from './tunnel/tunnel.ts'
import type { WorkbenchConfig } from './workbench-config.ts'

type Parts = {
  readonly config: WorkbenchConfig
  readonly settings: SettingsService
  readonly profiles: Profiles
  readonly listening: ReturnType<typeof createListening>
  readonly simulating: ReturnType<typeof createSimulating>
  readonly tunnel: Tunnel
  readonly notices: ReturnType<typeof createNotices>
  readonly rules: ResponseRules
  readonly addresses: { readonly pointing: Pointing }
  readonly signedCallbacks: ReturnType<typeof createSignedCallbacks>
  readonly targets: Targets
  readonly forwarding: Forwarding
  readonly retention: Retention
}

/** All that a page shows besides callbacks and replies, as it is now. */
export function describeWorkbench({
  config,
  settings,
  profiles,
  listening,
  simulating,
  tunnel,
  notices,
  rules,
  addresses,
  signedCallbacks,
  targets,
  forwarding,
  retention,
}: Parts): WorkbenchState {
  const { host, version, dataFolder, secretCodec } = config
  const { listenerPort, activeProfileId, savedFilters } = settings.get()
  return {
    host,
    version,
    dataFolder,
    secretStorage: { isProtected: secretCodec.isProtected, sentence: secretCodec.sentence },
    listener: listening.state(),
    wantedListenerPort: listenerPort,
    simulator: simulating.state(),
    tunnel: tunnel.view(),
    targets: [...targets.list()],
    forward: forwarding.view(),
    retention: { ...retention.view(), durability: settings.get().durability },
    profiles: profiles.views(),
    activeProfileId,
    personNames: settings.get().personNames.map(({ psid, name }) => ({ psid, name })),
    notices: notices.list(),
    savedFilters,
    responseRules: rules.list(),
    addressJournals: addresses.pointing.views(),
    signedCallbackAtMs: signedCallbacks.firstOf(profiles.active()),
  }
}
