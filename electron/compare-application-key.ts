import type { KeyObject } from 'node:crypto'
import { WorkbenchError } from '#shared/errors.ts'
import { applicationApiOrigin } from '#shared/messenger/application-api.ts'
import { applicationKeyChecks } from '#shared/messenger/application-key-checks.ts'
import { textMember } from '#shared/messenger/json-value.ts'
import { readSignatureToken } from '#shared/messenger/signature-token.ts'
import type { Profile } from '#shared/profile.ts'
import type { ApplicationComparison } from '#shared/token.ts'
import type { Secrets } from './settings/secrets.ts'
import type { PublicHalf } from './token-keys.ts'
import type { ApplicationClient } from './vonage/application-client.ts'
import { fingerprintOf, isRs256 } from './vonage/token-crypto.ts'

type Deps = {
  readonly secrets: Pick<Secrets, 'get'>
  readonly publicHalfOf: (profile: Profile) => PublicHalf | null
  readonly lookUpApplication: ApplicationClient['look']
}

export type Comparison = {
  readonly profile: Profile
  readonly applicationId: string
  /** A token to hold against the application's public key as well; null for none. */
  readonly token: string | null
}

/**
 * Asks Vonage for the public key of an application and compares it with a profile's key and a token. Throws BAD_INPUT
 * (the simulator has no such API), API_SECRET_MISSING, HTTP_REFUSED or NETWORK_….
 */
export async function compareApplicationKey(
  { profile, applicationId, token }: Comparison,
  { secrets, publicHalfOf, lookUpApplication }: Deps,
): Promise<ApplicationComparison> {
  const origin = applicationApiOrigin(profile.baseUrl)
  if (origin === null) throw noApplicationApi(profile)
  const { name: profileName, apiKey } = profile
  const apiSecret = secrets.get(profile.id, 'apiSecret')
  if (apiSecret === null || apiKey === '') throw apiSecretMissing(profile)
  const application = await lookUpApplication({ origin, applicationId, profileName, apiKey, apiSecret })
  const { name, publicKey } = application
  const own = publicHalfOf(profile)
  const checks = applicationKeyChecks({
    applicationName: name === '' ? 'the application' : name,
    profileName,
    applicationFingerprint: publicKey === null ? null : fingerprintOf(publicKey),
    profileFingerprint: own === null ? null : fingerprintOf(own.publicKey),
    isTokenSigned: token === null || publicKey === null ? null : isTokenSigned(token, publicKey),
  })
  return { applicationName: name, checks: [...checks] }
}

function isTokenSigned(token: string, publicKey: KeyObject): boolean | null {
  const parts = readSignatureToken(token)
  if (parts === null || textMember(parts.header, 'alg') !== 'RS256') return null
  return isRs256(parts.signedText, parts.signature, publicKey)
}

function noApplicationApi(profile: Profile): WorkbenchError {
  return new WorkbenchError({
    code: 'BAD_INPUT',
    what: `There is nobody to ask for the key of ${profile.name}.`,
    why: 'The simulator’s application exists on this computer only. Its key was made together with it.',
    fix: 'Compare with a profile of a Vonage application.',
  })
}

function apiSecretMissing(profile: Profile): WorkbenchError {
  return new WorkbenchError({
    code: 'API_SECRET_MISSING',
    what: `The profile ${profile.name} has no API key and secret to ask Vonage with.`,
    why: 'Vonage tells the public key of an application only to the account it belongs to.',
    fix: 'Settings, this profile: enter API key and API secret from the dashboard.',
  })
}
