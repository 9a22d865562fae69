import type { SecretChange } from '#shared/profile.ts'
import type { TunnelView } from '#shared/tunnel.ts'
import type { Secrets } from '../settings/secrets.ts'

/** Under which the authtoken is kept among the secrets of profiles, whose ids are never this. */
const STORED_AS = 'tunnel'

type Deps = {
  readonly secrets: Secrets
  /** NGROK_AUTHTOKEN; goes before the stored one and is never stored. */
  readonly fromEnvironment: string | null
}

/** The authtoken of the ngrok account: of the environment, or stored with the other secrets. */
export function createAuthtoken({ secrets, fromEnvironment }: Deps) {
  return {
    /** Empty when there is none. Never leaves the main side but to the agent process. */
    value: () => fromEnvironment ?? secrets.get(STORED_AS, 'authtoken') ?? '',
    view(): TunnelView['authtoken'] {
      if (fromEnvironment === null) return { origin: 'stored', view: secrets.view(STORED_AS, 'authtoken') }
      return { origin: 'environment', view: { state: 'set', hint: '', isProtected: true } }
    },
    async change(change: SecretChange): Promise<void> {
      if (change.do === 'clear') secrets.clear(STORED_AS, 'authtoken')
      if (change.do === 'set') await secrets.set(STORED_AS, 'authtoken', change.value)
    },
  }
}
