import { z } from 'zod'

/** The longest text that is read as credentials: far above any such file, and small enough to read at once. */
export const LONGEST_CREDENTIALS_TEXT = 100_000

export const CredentialsText = z
  .string()
  .max(LONGEST_CREDENTIALS_TEXT, 'The text is too long to be a file of credentials.')

export const CredentialSource = z.enum([
  'private-key',
  'env',
  'vonagerc',
  'vonage-config',
  'vonage-config-2',
  'vonage-app',
  'nexmorc',
  'appsettings',
])
export type CredentialSource = z.infer<typeof CredentialSource>

export const CredentialField = z.enum([
  'applicationId',
  'apiKey',
  'apiSecret',
  'signatureSecret',
  'privateKey',
])
export type CredentialField = z.infer<typeof CredentialField>

/** One field that will be taken. A secret is shown by its hint only: the last 4 characters, or what kind of key. */
export const TakenCredential = z.object({
  field: CredentialField,
  /** The variable or member it stands under; null when the text is the value. */
  name: z.string().nullable(),
  shown: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('value'), value: z.string() }),
    z.object({ kind: z.literal('secret'), hint: z.string() }),
  ]),
})
export type TakenCredential = Readonly<z.infer<typeof TakenCredential>>

/** What an import would take from a text. Holds no value of a secret. */
export const CredentialsPreview = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('recognised'),
    source: CredentialSource,
    taken: z.array(TakenCredential),
    unused: z.array(z.object({ name: z.string(), why: z.string() })),
    notes: z.array(z.string()),
    /** For a new profile made from it. */
    suggestedName: z.string(),
  }),
  z.object({ kind: z.literal('unknown'), why: z.string() }),
])
export type CredentialsPreview = Readonly<z.infer<typeof CredentialsPreview>>
