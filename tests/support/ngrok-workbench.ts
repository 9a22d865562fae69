import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { WorkbenchConfig } from '#electron/workbench-config.ts'
import type { SecretChange } from '#shared/profile.ts'
import { defaultTunnelSettings, type TunnelSettings, type TunnelState } from '#shared/tunnel.ts'
import { type NgrokStandin, startNgrokStandin } from '../standins/ngrok/ngrok-standin.ts'
import type { StandinRules } from '../standins/ngrok/standin-rules.ts'
import { type OpenWorkbench, openWorkbench } from './open-workbench.ts'
import { tempFolder } from './temp-folder.ts'

export const GOOD_TOKEN: SecretChange = { do: 'set', value: 'good-token' }

/** The stand-in of ngrok's service for the length of the test. */
export async function openNgrok(change: Partial<StandinRules> = {}): Promise<NgrokStandin> {
  const service = await startNgrokStandin(change)
  onTestFinished(service.close)
  return service
}

/** Settings that lead the SDK to the stand-in. */
export function ngrokSettings(service: NgrokStandin, change: Partial<TunnelSettings> = {}): TunnelSettings {
  const caCertPath = join(tempFolder(), 'ca.pem')
  service.writeCa(caCertPath)
  return {
    ...defaultTunnelSettings,
    driver: 'ngrok',
    serverAddress: service.serverAddress,
    caCertPath,
    ...change,
  }
}

type Options = {
  readonly settings?: Partial<TunnelSettings>
  readonly authtoken?: SecretChange
  readonly config?: Partial<WorkbenchConfig>
}

/** A workbench set up for the stand-in, its tunnel off, that remembers every state of the tunnel. */
export async function openNgrokWorkbench(service: NgrokStandin, options: Options = {}) {
  const workbench = await openWorkbench(options.config)
  const settings = ngrokSettings(service, options.settings)
  await workbench.client.saveTunnelSettings({ settings, authtoken: options.authtoken ?? GOOD_TOKEN })
  return { ...workbench, ...watchTunnel(workbench), settings }
}

/** Every state of the tunnel that the page is told of. */
export function watchTunnel({ client }: Pick<OpenWorkbench, 'client'>) {
  const states: TunnelState[] = []
  const waiting = new Set<() => void>()
  const gone = new AbortController()
  onTestFinished(() => gone.abort())
  const follow = async () => {
    for await (const { tunnel } of client.state({}, { signal: gone.signal })) {
      states.push(tunnel.state)
      for (const check of [...waiting]) check()
    }
  }
  // Ends with the test.
  follow().catch(() => undefined)
  return {
    states,
    names: () => states.map(({ state }) => state).filter((name, at, all) => name !== all[at - 1]),
    /** Resolves once the newest state is of this name; with it. */
    reached: <N extends TunnelState['state']>(name: N) =>
      new Promise<Extract<TunnelState, { state: N }>>((resolve) => {
        const check = () => {
          const newest = states.at(-1)
          if (newest === undefined || !isNamed(newest, name)) return
          waiting.delete(check)
          resolve(newest)
        }
        waiting.add(check)
        check()
      }),
  }
}

function isNamed<N extends TunnelState['state']>(
  state: TunnelState,
  name: N,
): state is Extract<TunnelState, { state: N }> {
  return state.state === name
}
