import type { WorkbenchState } from '#shared/workbench-state.ts'
import type { ResponseRules } from './listener/response-rules.ts'
import type { createListening } from './listening.ts'
import type { createNotices } from './notices.ts'
import type { Profiles } from './settings/profiles.ts'
import type { SettingsService } from './settings/settings.ts'
import type { createSimulating } from './simulating.ts'
import type { WorkbenchConfig } from './workbench-config.ts'

type Parts = {
  readonly config: WorkbenchConfig
  readonly settings: SettingsService
  readonly profiles: Profiles
  readonly listening: ReturnType<typeof createListening>
  readonly simulating: ReturnType<typeof createSimulating>
  readonly notices: ReturnType<typeof createNotices>
  readonly rules: ResponseRules
}

/** All that a page shows besides callbacks and replies, as it is now. */
export function describeWorkbench({
  config,
  settings,
  profiles,
  listening,
  simulating,
  notices,
  rules,
}: Parts): WorkbenchState {
  const { host, version, dataFolder, secretCodec } = config
  const { listenerPort, activeProfileId } = settings.get()
  return {
    host,
    version,
    dataFolder,
    secretStorage: { isProtected: secretCodec.isProtected, sentence: secretCodec.sentence },
    listener: listening.state(),
    wantedListenerPort: listenerPort,
    simulator: simulating.state(),
    profiles: profiles.views(),
    activeProfileId,
    notices: notices.list(),
    responseRules: rules.list(),
  }
}
