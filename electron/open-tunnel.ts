import { randomBytes } from 'node:crypto'
import { networkInterfaces } from 'node:os'
import { createHttpClient } from './http/create-http-client.ts'
import { webhookUrls } from './listener/webhook-paths.ts'
import type { createNotices } from './notices.ts'
import type { Secrets } from './settings/secrets.ts'
import type { SettingsService } from './settings/settings.ts'
import { createAuthtoken } from './tunnel/authtoken.ts'
import { systemClock } from './tunnel/clock.ts'
import { createSelfTest, type SelfTest } from './tunnel/self-test.ts'
import { createTunnel } from './tunnel/tunnel.ts'
import { createWakeWatch } from './tunnel/wake-watch.ts'
import type { WorkbenchConfig } from './workbench-config.ts'

const CONNECT_TIMEOUT_MS = 5_000
const TIMEOUT_MS = 8_000
/** Long enough that nobody guesses it, short enough for an address. */
const SEGMENT_BYTES = 12

/** What the listener answers, and the tunnel asks, to prove that a public address leads here. */
export function openSelfTest(cleanup: AsyncDisposableStack): SelfTest {
  const http = createHttpClient({ connectTimeoutMs: CONNECT_TIMEOUT_MS, timeoutMs: TIMEOUT_MS })
  cleanup.defer(http.dispose)
  return createSelfTest({ get: http.get, clock: systemClock })
}

/** The random part of public addresses, where one is wanted. */
export function segmentOf(settings: SettingsService): string | null {
  const { tunnel, tunnelSegment } = settings.get()
  return tunnel.usesSecretSegment && tunnelSegment !== '' ? tunnelSegment : null
}

type Deps = {
  readonly config: WorkbenchConfig
  readonly settings: SettingsService
  readonly secrets: Secrets
  readonly selfTest: SelfTest
  readonly listenerPort: () => number | null
  readonly notices: ReturnType<typeof createNotices>
  readonly onChange: () => void
  readonly cleanup: AsyncDisposableStack
}

/** The tunnel, off until it is started, with a watch for sleep and for other networks. */
export function openTunnel({ config, settings, secrets, notices, cleanup, ...deps }: Deps) {
  const fromEnvironment = config.environment?.NGROK_AUTHTOKEN?.trim() ?? ''
  const tunnel = createTunnel({
    ...deps,
    settings,
    authtoken: createAuthtoken({
      secrets,
      fromEnvironment: fromEnvironment === '' ? null : fromEnvironment,
    }),
    startAgent: config.startAgent,
    clock: systemClock,
    random: Math.random,
    newSegment: () => randomBytes(SEGMENT_BYTES).toString('base64url'),
    addressesAt: (origin) => webhookUrls(origin, segmentOf(settings)),
    onNotice: notices.add,
  })
  const watch = createWakeWatch({
    clock: systemClock,
    network: presentNetwork,
    onResumed: tunnel.resumed,
    onNetworkChange: tunnel.networkChanged,
  })
  cleanup.defer(tunnel.stop)
  cleanup.defer(watch.dispose)
  return tunnel
}

/** The addresses of this computer, which change with its network. */
function presentNetwork(): string {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .map(({ address }) => address)
    .toSorted()
    .join()
}
