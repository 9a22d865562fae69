import type { CredentialField, CredentialSource, TakenCredential } from '#shared/credentials.ts'
import type { ProfileView } from '#shared/profile.ts'

export const SOURCE_WORDS: Readonly<Record<CredentialSource, string>> = {
  'private-key': 'a private key',
  env: 'environment variables (.env)',
  vonagerc: 'a configuration of the Vonage CLI 3 (.vonagerc or ~/.vonage/config.json)',
  'vonage-config': 'a configuration of the Vonage CLI (vonage.config.json)',
  'vonage-config-2': 'a configuration of the Vonage CLI 2 (vonage_app.json or vonage.config.json)',
  'vonage-app': 'an application made with the Vonage CLI 1 (vonage_app.json)',
  nexmorc: 'a configuration of the old Nexmo CLI (.nexmorc)',
  appsettings: 'the settings of a .NET application (appsettings.json)',
}

export const FIELD_WORDS: Readonly<Record<CredentialField, string>> = {
  applicationId: 'Application ID',
  apiKey: 'API key',
  apiSecret: 'API secret',
  signatureSecret: 'Signature secret',
  privateKey: 'Private key',
}

/** What is shown of a value that would be taken. */
export function takenText({ shown }: TakenCredential): string {
  if (shown.kind === 'value') return shown.value
  if (shown.hint === '') return 'too short to show a part of'
  return shown.hint.length === 4 ? `ends in ${shown.hint}` : shown.hint
}

/** The fields of a profile that an import would replace, in words. */
export function replacedFields(profile: ProfileView, taken: readonly TakenCredential[]): readonly string[] {
  return taken.filter(({ field }) => isSet(profile, field)).map(({ field }) => FIELD_WORDS[field])
}

function isSet(profile: ProfileView, field: CredentialField): boolean {
  if (field === 'applicationId' || field === 'apiKey') return profile[field] !== ''
  return profile.secrets[field].state !== 'not-set'
}
