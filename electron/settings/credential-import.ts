import type { CredentialsPreview, TakenCredential } from '#shared/credentials.ts'
import { WorkbenchError } from '#shared/errors.ts'
import {
  type FoundCredentials,
  type FoundKey,
  isFixedPath,
  type UnusedCredential,
} from '#shared/messenger/found-credentials.ts'
import { type RecognisedCredentials, readCredentials } from '#shared/messenger/read-credentials.ts'
import type { SecretChange } from '#shared/profile.ts'
import type { Profiles } from './profiles.ts'
import { secretHint } from './secret-hint.ts'

type Deps = {
  readonly profiles: Profiles
  /** Turns a found private key into clean PEM text. Throws KEY_UNUSABLE. */
  readonly readKey: (key: FoundKey) => string
}

type Import = { readonly text: string; readonly into: string | null; readonly name: string }

/** What is left of the found credentials when the key has been tried. */
type Usable = {
  readonly values: Omit<FoundCredentials, 'privateKey'>
  readonly pem: string | null
  readonly unused: readonly UnusedCredential[]
}

const LONGEST_NAME = 80
const KEEP: SecretChange = { do: 'keep' }

/** Profiles out of the files in which people keep their credentials. The text is read anew each time, never kept. */
export function createCredentialImport({ profiles, readKey }: Deps) {
  return {
    /** What an import would take, without any secret. */
    preview(text: string, fileName: string | null): CredentialsPreview {
      const reading = readCredentials(text)
      if (reading.source === 'unknown') return { kind: 'unknown', why: reading.why }
      const usable = usableOf(reading, readKey)
      return {
        kind: 'recognised',
        source: reading.source,
        taken: takenOf(usable, reading),
        unused: [...usable.unused],
        notes: [...reading.notes],
        suggestedName: nameFor(reading, fileName),
      }
    },
    /**
     * Makes a profile of what the text holds (`into` null) or puts it over the fields of a stored one. Throws
     * CREDENTIALS_UNKNOWN, BAD_INPUT without a name, NOT_FOUND or PROFILE_FIXED; nothing is stored then.
     */
    async take({ text, into, name }: Import): Promise<string> {
      const reading = readCredentials(text)
      if (reading.source === 'unknown') throw nothingToTake(reading.why)
      const { values, pem } = usableOf(reading, readKey)
      if (pem === null && Object.keys(values).length === 0) throw nothingToTake('No field of it can be used.')
      if (into === null && name === '') throw nameMissing()
      const before = into === null ? null : profiles.find(into)
      return profiles.save({
        profile: {
          id: into,
          name: before?.name ?? name,
          applicationId: values.applicationId ?? before?.applicationId ?? '',
          apiKey: values.apiKey ?? before?.apiKey ?? '',
          baseUrl: before?.baseUrl ?? { kind: 'production' },
        },
        secrets: {
          privateKey: changeTo(pem),
          apiSecret: changeTo(values.apiSecret),
          signatureSecret: changeTo(values.signatureSecret),
        },
      })
    },
  }
}

function usableOf({ found, names, unused }: RecognisedCredentials, readKey: Deps['readKey']): Usable {
  const { privateKey: key, ...values } = found
  // A relative path is told of in the notes of the reading.
  if (key === undefined || (key.kind === 'path' && !isFixedPath(key.value)))
    return { values, pem: null, unused }
  try {
    return { values, pem: readKey(key), unused }
  } catch (error) {
    if (!(error instanceof WorkbenchError)) throw error
    const { why, fix } = error.explanation
    return {
      values,
      pem: null,
      unused: [...unused, { name: names.privateKey ?? 'Private key', why: `${why} ${fix}` }],
    }
  }
}

function takenOf({ values, pem }: Usable, { names }: RecognisedCredentials): TakenCredential[] {
  const plain = (field: 'applicationId' | 'apiKey'): TakenCredential[] => {
    const value = values[field]
    return value === undefined ? [] : [{ field, name: names[field] ?? null, shown: { kind: 'value', value } }]
  }
  const secret = (
    field: 'apiSecret' | 'signatureSecret' | 'privateKey',
    value: string | null | undefined,
  ): TakenCredential[] =>
    value === undefined || value === null
      ? []
      : [{ field, name: names[field] ?? null, shown: { kind: 'secret', hint: secretHint(field, value) } }]
  return [
    ...plain('applicationId'),
    ...plain('apiKey'),
    ...secret('apiSecret', values.apiSecret),
    ...secret('signatureSecret', values.signatureSecret),
    ...secret('privateKey', pem),
  ]
}

function nameFor({ applicationName }: RecognisedCredentials, fileName: string | null): string {
  const name = applicationName ?? (fileName === null ? 'Imported' : `From ${fileName}`)
  return name.trim().slice(0, LONGEST_NAME)
}

function changeTo(value: string | null | undefined): SecretChange {
  return value === undefined || value === null ? KEEP : { do: 'set', value }
}

function nothingToTake(why: string): WorkbenchError {
  return new WorkbenchError({
    code: 'CREDENTIALS_UNKNOWN',
    what: 'No credentials were found in the text.',
    why,
    fix: 'Paste the whole file, or enter the values in a new profile.',
  })
}

function nameMissing(): WorkbenchError {
  return new WorkbenchError({
    code: 'BAD_INPUT',
    what: 'The profile was not created.',
    why: 'It has no name.',
    fix: 'Give the profile a name.',
  })
}
