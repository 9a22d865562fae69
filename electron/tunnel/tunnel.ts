import type { Explanation } from '#shared/errors.ts'
import type { PublicAddresses, TunnelSettingsInput, TunnelState, TunnelView } from '#shared/tunnel.ts'
import type { SettingsService } from '../settings/settings.ts'
import type { createAuthtoken } from './authtoken.ts'
import type { Clock } from './clock.ts'
import type { Driver } from './driver.ts'
import { createNgrokDriver } from './ngrok-driver.ts'
import { createPastedUrlDriver } from './pasted-url-driver.ts'
import type { SelfTest } from './self-test.ts'
import type { StartAgent } from './start-agent.ts'
import { createSupervisor } from './supervisor.ts'
import { newAddress, notSetUp, resumed } from './tunnel-notices.ts'

type Deps = {
  readonly settings: SettingsService
  readonly authtoken: ReturnType<typeof createAuthtoken>
  readonly startAgent: StartAgent
  readonly selfTest: SelfTest
  readonly clock: Clock
  readonly random: () => number
  readonly newSegment: () => string
  readonly listenerPort: () => number | null
  /** The webhook addresses below an origin. */
  readonly addressesAt: (origin: string) => PublicAddresses
  readonly onNotice: (explanation: Explanation) => void
  readonly onChange: () => void
}

export type Tunnel = ReturnType<typeof createTunnel>

/** The way from the internet to the listener: its settings, its state, and what can be done with it. */
export function createTunnel(deps: Deps) {
  const { settings, authtoken, listenerPort, onNotice, onChange } = deps
  const supervisor = createSupervisor({ ...deps, onState: watchAddress(onNotice, onChange) })
  let forwardsTo: number | null = null

  function start(): void {
    const driver = driverOf(deps)
    forwardsTo = listenerPort()
    supervisor.start(driver)
  }

  return {
    view: (): TunnelView => ({
      state: supervisor.state(),
      settings: settings.get().tunnel,
      addresses: addressesOf(supervisor.url(), deps),
      authtoken: authtoken.view(),
    }),
    /** Where Vonage reaches the listener; null unless a request has just come back that way. */
    publicUrls() {
      const addresses = supervisor.state().state === 'online' ? addressesOf(supervisor.url(), deps) : null
      return addresses === null ? null : { inbound: addresses.inboundUrl, status: addresses.statusUrl }
    },
    /** Throws TUNNEL_NOT_SET_UP where the settings name no way. What fails later is a state. */
    start,
    stop: supervisor.stop,
    tryNow: supervisor.tryNow,
    /** Stores settings; a tunnel that runs is started again with them. */
    async save({ settings: next, authtoken: change }: TunnelSettingsInput): Promise<void> {
      const { tunnelSegment } = settings.get()
      const isSegmentMissing = next.usesSecretSegment && tunnelSegment === ''
      await authtoken.change(change)
      settings.update({
        tunnel: { ...settings.get().tunnel, ...next },
        ...(isSegmentMissing && { tunnelSegment: deps.newSegment() }),
      })
      const wasRunning = supervisor.isRunning()
      await supervisor.stop()
      if (wasRunning && next.driver !== 'none') start()
      onChange()
    },
    /** The listener may be at another port now. */
    listenerMoved(): void {
      if (!supervisor.isRunning() || listenerPort() === forwardsTo) return
      forwardsTo = listenerPort()
      supervisor.rebuild()
    },
    /** This computer slept for so long. */
    resumed(gapMs: number): void {
      if (!supervisor.isRunning()) return
      onNotice(resumed(gapMs))
      supervisor.tryNow()
    },
    networkChanged: () => supervisor.tryNow(),
  }
}

/** Throws TUNNEL_NOT_SET_UP. */
function driverOf({ settings, authtoken, startAgent, clock, listenerPort }: Deps): Driver {
  const { tunnel } = settings.get()
  if (tunnel.driver === 'none') throw notSetUp('No tunnel is chosen.')
  if (tunnel.driver === 'ngrok') {
    const { domain, serverAddress, caCertPath } = tunnel
    const options = { authtoken: authtoken.value(), domain, serverAddress, caCertPath }
    return createNgrokDriver({ startAgent, clock, options, upstreamPort: listenerPort })
  }
  if (tunnel.pastedUrl === '') throw notSetUp('No public address is entered.')
  return createPastedUrlDriver(tunnel.pastedUrl)
}

function addressesOf(url: string | null, { addressesAt }: Deps): PublicAddresses | null {
  return url === null ? null : addressesAt(url.replace(/\/$/, ''))
}

/** Says so when a new public address takes the place of the one that Vonage may have been given. */
function watchAddress(onNotice: Deps['onNotice'], onChange: () => void) {
  let lastUrl: string | null = null
  return (state: TunnelState): void => {
    if (state.state === 'off') lastUrl = null
    if (state.state === 'online') {
      if (lastUrl !== null && lastUrl !== state.url) onNotice(newAddress(lastUrl, state.url))
      lastUrl = state.url
    }
    onChange()
  }
}
