import { randomUUID } from 'node:crypto'
import { lookup } from 'node:dns/promises'
import type { TargetDelivery } from '#shared/target.ts'
import { createLatest } from './bridge/feed.ts'
import { createForwardSettings } from './forward/forward-settings.ts'
import { createForwarding } from './forward/forwarding.ts'
import type { SettingsService } from './settings/settings.ts'
import type { Store } from './store/store.ts'
import { createTargetClient } from './targets/create-target-client.ts'
import { createLeadsHere } from './targets/leads-here.ts'
import { createTargetHealth } from './targets/target-health.ts'
import { createTargets } from './targets/targets.ts'
import { tryConnect } from './targets/try-connect.ts'
import { systemClock } from './tunnel/clock.ts'
import type { WorkbenchConfig } from './workbench-config.ts'

type Deps = {
  readonly config: Pick<WorkbenchConfig, 'log'>
  readonly settings: SettingsService
  readonly store: Store
  /** Ports of this computer that this app itself listens on, as far as it does; null for those it does not. */
  readonly ownPorts: () => readonly (number | null)[]
  /** Where the listener is reached from the internet; null while it is not. */
  readonly publicUrl: () => string | null
  readonly onDelivered: (deliveries: readonly TargetDelivery[]) => void
  readonly onChange: () => void
  readonly cleanup: AsyncDisposableStack
}

/** The developer's own webhook servers, and the callbacks passed on to them as they arrive. */
export function openPassingOn({ config, settings, store, publicUrl, ...deps }: Deps) {
  const { onDelivered, onChange, cleanup } = deps
  const activeProfileId = () => settings.get().activeProfileId
  const ownPorts = () => deps.ownPorts().filter((port) => port !== null)
  const targets = createTargets({
    ...{ settings, activeProfileId, ownPorts },
    publicHost: () => {
      const url = publicUrl()
      return url === null ? null : new URL(url).host
    },
    newId: randomUUID,
    onChange,
  })
  const targetHealth = createTargetHealth({
    targets: targets.list,
    objectionTo: targets.objectionTo,
    tryConnect,
    clock: systemClock,
    latest: createLatest(randomUUID()),
  })
  const targetClient = createTargetClient()
  const leadsHere = createLeadsHere({
    ownPorts,
    lookUp: async (name) => (await lookup(name, { all: true })).map(({ address }) => address),
  })
  const forwarding = createForwarding({
    settings: createForwardSettings({ settings, activeProfileId, targets: targets.list }),
    ...{ activeProfileId, targets, leadsHere, store, client: targetClient },
    ...{ clock: systemClock, newId: randomUUID, onDelivered, onChange, log: config.log },
  })
  cleanup.defer(targetClient.dispose)
  cleanup.defer(forwarding.dispose)
  cleanup.defer(targetHealth.dispose)
  return { targets, targetHealth, targetClient, forwarding }
}
