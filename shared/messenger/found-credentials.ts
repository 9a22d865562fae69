import { CredentialField } from '../credentials.ts'
import { diagnosePrivateKey } from './private-key.ts'

/** A private key as it stands somewhere: the key itself, or the path of the file that holds it. */
export type FoundKey = { readonly kind: 'text' | 'path'; readonly value: string }

export type FoundCredentials = Readonly<
  Partial<Record<Exclude<CredentialField, 'privateKey'>, string>> & { privateKey?: FoundKey }
>

/** Something that was recognised and is left where it is, and why. Never holds its value. */
export type UnusedCredential = { readonly name: string; readonly why: string }

/** Credentials taken out of named values, each with the name it stood under. */
export type NamedCredentials = {
  readonly found: FoundCredentials
  readonly names: Readonly<Partial<Record<CredentialField, string>>>
  readonly unused: readonly UnusedCredential[]
}

/** The names a field can stand under, the first one that has a value wins. */
export type NameTable = Readonly<Record<CredentialField, readonly string[]>>

const NOTHING: NamedCredentials = { found: {}, names: {}, unused: [] }

/**
 * Takes the credentials out of named values. Empty values, references to other variables and second values for the
 * same field are left out and listed in `unused`.
 */
export function takeNamed(table: NameTable, values: ReadonlyMap<string, string>): NamedCredentials {
  return CredentialField.options.reduce(
    (taken, field) => joined(taken, takeField(field, table[field], values)),
    NOTHING,
  )
}

function takeField(
  field: CredentialField,
  names: readonly string[],
  values: ReadonlyMap<string, string>,
): NamedCredentials {
  const present = names.filter((name) => values.has(name))
  const chosen = present.find((name) => whyNotUsable(values.get(name) ?? '') === null)
  const value = chosen === undefined ? undefined : values.get(chosen)?.trim()
  const unused = present
    .filter((name) => name !== chosen)
    .map((name) => ({
      name,
      why: whyNotUsable(values.get(name) ?? '') ?? `${chosen} gives the same field and goes first.`,
    }))
  if (chosen === undefined || value === undefined) return { ...NOTHING, unused }
  return { found: foundAs(field, value, chosen), names: { [field]: chosen }, unused }
}

function foundAs(field: CredentialField, value: string, name: string): FoundCredentials {
  return field === 'privateKey' ? { privateKey: keyUnder(name, value) } : { [field]: value }
}

function joined(one: NamedCredentials, other: NamedCredentials): NamedCredentials {
  return {
    found: { ...one.found, ...other.found },
    names: { ...one.names, ...other.names },
    unused: [...one.unused, ...other.unused],
  }
}

function whyNotUsable(value: string): string | null {
  if (value.trim() === '') return 'It is empty.'
  if (/^\$(\{[^}]*\}|\([^)]*\)|\w+)$/.test(value.trim())) {
    return 'It refers to another variable, which is not followed.'
  }
  return null
}

const LONGEST_PATH_CHARS = 1_024

/** Vonage's SDKs take the key's text or its path under the same name, so the value itself has to say which it is. */
function keyUnder(name: string, value: string): FoundKey {
  if (/-----|[\r\n]|\\n/.test(value)) return { kind: 'text', value }
  if (/path$/i.test(name)) return { kind: 'path', value }
  const diagnosis = diagnosePrivateKey(value)
  if (diagnosis.ok) return { kind: 'text', value }
  const isPath =
    diagnosis.fault === 'file-path' ||
    (diagnosis.fault === 'not-a-key' && /[/\\]/.test(value) && value.length <= LONGEST_PATH_CHARS)
  return { kind: isPath ? 'path' : 'text', value }
}

/** Whether a path leads to the same file wherever it is read from: absolute, or from the home folder. */
export function isFixedPath(path: string): boolean {
  return /^([/\\]|~[/\\]|[A-Za-z]:[/\\])/.test(path)
}
