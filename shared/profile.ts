import { z } from 'zod'

export const BaseUrl = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('simulator') }),
  z.object({ kind: z.literal('production') }),
  z.object({ kind: z.literal('sandbox') }),
  z.object({ kind: z.literal('custom'), url: z.url({ protocol: /^https?$/ }) }),
])
export type BaseUrl = Readonly<z.infer<typeof BaseUrl>>

/** The settings of one set of credentials. Its secrets are stored apart, see SecretName. */
export const Profile = z.object({
  id: z.string().min(1),
  name: z.string().trim().min(1, 'Give the profile a name.').max(80),
  applicationId: z.string().trim(),
  apiKey: z.string().trim(),
  baseUrl: BaseUrl,
})
export type Profile = Readonly<z.infer<typeof Profile>>

export const SecretName = z.enum(['privateKey', 'apiSecret', 'signatureSecret'])
export type SecretName = z.infer<typeof SecretName>

/** All the page ever learns about a stored secret. */
export const SecretView = z.discriminatedUnion('state', [
  z.object({ state: z.literal('not-set') }),
  /** `hint`: the last 4 characters, or for a key what kind it is. */
  z.object({ state: z.literal('set'), hint: z.string(), isProtected: z.boolean() }),
  /** Stored, but not readable in this host, and why. */
  z.object({ state: z.literal('unreadable'), reason: z.string() }),
])
export type SecretView = Readonly<z.infer<typeof SecretView>>

/** Where a profile comes from. Only a stored one can be changed or deleted. */
export const ProfileOrigin = z.enum(['simulator', 'environment', 'stored'])
export type ProfileOrigin = z.infer<typeof ProfileOrigin>

export const ProfileView = Profile.extend({
  origin: ProfileOrigin,
  /** Names of the environment variables it is made of; none unless that is its origin. */
  variables: z.array(z.string()),
  /** Where its messages go; null while the simulator is not running. */
  messagesUrl: z.string().nullable(),
  secrets: z.record(SecretName, SecretView),
})
export type ProfileView = Readonly<z.infer<typeof ProfileView>>

/** A change of one secret: keep what is stored, remove it, or store this. */
export const SecretChange = z.discriminatedUnion('do', [
  z.object({ do: z.literal('keep') }),
  z.object({ do: z.literal('clear') }),
  z.object({ do: z.literal('set'), value: z.string().trim().min(1).max(65_536) }),
])
export type SecretChange = Readonly<z.infer<typeof SecretChange>>

export const ProfileInput = z.object({
  profile: Profile.omit({ id: true }).extend({ id: z.string().min(1).nullable() }),
  secrets: z.record(SecretName, SecretChange),
})
export type ProfileInput = Readonly<z.infer<typeof ProfileInput>>
