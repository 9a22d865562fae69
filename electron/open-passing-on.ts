import { randomUUID } from 'node:crypto'
import { createForwardSettings } from './forward/forward-settings.ts'
import { createForwarding } from './forward/forwarding.ts'
import type { openServers } from './open-servers.ts'
import type { Profiles } from './settings/profiles.ts'
import type { SettingsService } from './settings/settings.ts'
import { createTargets } from './targets/targets.ts'

type Deps = {
  readonly settings: SettingsService
  readonly profiles: Profiles
  readonly servers: Awaited<ReturnType<typeof openServers>>
  readonly onChange: () => void
}

/** The developer's own webhook servers, and the callbacks passed on to them as they arrive. */
export function openPassingOn({ settings, profiles, servers, onChange }: Deps) {
  const activeProfileId = () => profiles.active().id
  const targets = createTargets({
    settings,
    activeProfileId,
    ownPorts: () => [servers.listening.port(), servers.simulating.port()].filter((port) => port !== null),
    publicHost: () => {
      const url = servers.tunnel.publicUrls()?.inbound
      return url === undefined ? null : new URL(url).host
    },
    newId: randomUUID,
    onChange,
  })
  const forwarding = createForwarding({
    settings: createForwardSettings({ settings, activeProfileId, targets: targets.list }),
    onChange,
  })
  return { targets, forwarding }
}
