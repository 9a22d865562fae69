import type { BaseUrl, ProfileInput, ProfileView, SecretChange, SecretName } from '#shared/profile.ts'

export type BaseUrlChoice = BaseUrl['kind']

/** The form of one profile as typed. Secrets hold changes only: what is stored never reaches the page. */
export type ProfileFields = {
  readonly name: string
  readonly applicationId: string
  readonly apiKey: string
  readonly baseUrl: BaseUrlChoice
  readonly customUrl: string
  readonly secrets: Readonly<Record<SecretName, SecretChange>>
}

const KEEP: SecretChange = { do: 'keep' }

export const newProfileFields: ProfileFields = {
  name: '',
  applicationId: '',
  apiKey: '',
  baseUrl: 'production',
  customUrl: '',
  secrets: { privateKey: KEEP, apiSecret: KEEP, signatureSecret: KEEP },
}

/** The form as it stands when a stored profile is opened. */
export function fieldsOf(profile: ProfileView): ProfileFields {
  const { name, applicationId, apiKey, baseUrl } = profile
  const customUrl = baseUrl.kind === 'custom' ? baseUrl.url : ''
  return { ...newProfileFields, name, applicationId, apiKey, baseUrl: baseUrl.kind, customUrl }
}

export type FieldProblems = { readonly name?: string; readonly customUrl?: string }

/** What keeps the form from being saved. */
export function problemsOf(fields: ProfileFields): FieldProblems {
  const isUrlOk = fields.baseUrl !== 'custom' || isHttpUrl(fields.customUrl)
  return {
    ...(fields.name.trim() === '' && { name: 'Give the profile a name.' }),
    ...(!isUrlOk && { customUrl: 'Enter an address that starts with http:// or https://.' }),
  }
}

/** What is saved. An emptied secret field changes nothing. */
export function inputOf(id: string | null, fields: ProfileFields): ProfileInput {
  const { name, applicationId, apiKey, secrets } = fields
  return {
    profile: { id, name, applicationId, apiKey, baseUrl: baseUrlOf(fields) },
    secrets: {
      privateKey: effective(secrets.privateKey),
      apiSecret: effective(secrets.apiSecret),
      signatureSecret: effective(secrets.signatureSecret),
    },
  }
}

function baseUrlOf({ baseUrl, customUrl }: ProfileFields): BaseUrl {
  return baseUrl === 'custom' ? { kind: 'custom', url: customUrl.trim() } : { kind: baseUrl }
}

function effective(change: SecretChange): SecretChange {
  return change.do === 'set' && change.value.trim() === '' ? KEEP : change
}

function isHttpUrl(text: string): boolean {
  return /^https?:\/\//i.test(text.trim()) && URL.canParse(text.trim())
}
