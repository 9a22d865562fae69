import type { ProfileInput, SecretChange } from '#shared/profile.ts'

const keep: SecretChange = { do: 'keep' }

/** What the page sends to save a profile; nothing is set but the name. */
export function profileInput({
  secrets,
  ...profile
}: Partial<ProfileInput['profile']> & {
  readonly secrets?: Partial<ProfileInput['secrets']>
} = {}): ProfileInput {
  return {
    profile: {
      id: null,
      name: 'My application',
      applicationId: 'aaaaaaaa-bbbb-cccc-dddd-0123456789ab',
      apiKey: 'abcd1234',
      baseUrl: { kind: 'production' },
      ...profile,
    },
    secrets: { privateKey: keep, apiSecret: keep, signatureSecret: keep, ...secrets },
  }
}

export function set(value: string): SecretChange {
  return { do: 'set', value }
}
