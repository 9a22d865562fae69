import { WorkbenchError } from '#shared/errors.ts'
import { applicationApiOrigin } from '#shared/messenger/application-api.ts'
import type { Profile } from '#shared/profile.ts'
import type { Secrets } from '../settings/secrets.ts'
import type { Account } from '../vonage/application-requests.ts'

type Deps = {
  readonly secrets: Pick<Secrets, 'get'>
  readonly simulatorUrl: () => string | null
}

/**
 * The account that a profile's applications belong to, and where its Application API is; for the Simulator profile that
 * is the simulator. Throws API_SECRET_MISSING or SIMULATOR_NOT_RUNNING.
 */
export function accountOf(profile: Profile, { secrets, simulatorUrl }: Deps): Account {
  const origin = applicationApiOrigin(profile.baseUrl) ?? simulatorUrl()
  if (origin === null) throw new WorkbenchError(simulatorNotRunning)
  const apiSecret = secrets.get(profile.id, 'apiSecret')
  if (apiSecret === null || profile.apiKey === '') throw apiSecretMissing(profile)
  return { origin, profileName: profile.name, apiKey: profile.apiKey, apiSecret }
}

function apiSecretMissing({ name }: Profile): WorkbenchError {
  return new WorkbenchError({
    code: 'API_SECRET_MISSING',
    what: `The profile ${name} has no API key and secret to ask Vonage with.`,
    why: 'Vonage shows and changes applications only for the account they belong to.',
    fix: 'Settings, this profile: enter API key and API secret from the dashboard.',
  })
}

const simulatorNotRunning = {
  code: 'SIMULATOR_NOT_RUNNING',
  what: 'The simulator is not running.',
  why: 'Its application can only be read and changed while it runs.',
  fix: 'Restart the app with another simulator port.',
} as const
