import type { CredentialField, CredentialSource } from '../credentials.ts'
import { takeJson } from './credential-json.ts'
import { isVonageVariable, takeVariables } from './credential-variables.ts'
import { readEnvText } from './env-text.ts'
import {
  type FoundCredentials,
  isFixedPath,
  type NamedCredentials,
  type NameTable,
  takeNamed,
  type UnusedCredential,
} from './found-credentials.ts'
import { readIniText } from './ini-text.ts'
import { isJsonObject } from './json-value.ts'
import { parseJsonWithComments } from './json-with-comments.ts'
import { explainKeyFault } from './key-fault.ts'
import { diagnosePrivateKey } from './private-key.ts'

export type RecognisedCredentials = {
  readonly source: CredentialSource
  readonly found: FoundCredentials
  /** Where each field stood: the name of the variable or member. */
  readonly names: Readonly<Partial<Record<CredentialField, string>>>
  /** Recognised, but not for a profile. */
  readonly unused: readonly UnusedCredential[]
  readonly notes: readonly string[]
  readonly applicationName: string | null
}

/** No part of it but `found` ever holds a value of the text. */
export type CredentialsReading = RecognisedCredentials | { readonly source: 'unknown'; readonly why: string }

const KNOWN_FILES =
  'Known are private.key, .env, .vonagerc, the configuration files of the Vonage CLI, vonage_app.json, .nexmorc and appsettings.json.'

/**
 * Recognises a file of credentials by its content and takes out what a profile can use. Reads text only: a private key
 * given as a path stays a path. Never throws.
 * Source: the files that the Vonage CLI (1.x to 3.x), nexmo-cli, Vonage's SDKs and code snippets write and read.
 */
export function readCredentials(text: string): CredentialsReading {
  const plain = text.replace(/^\uFEFF/, '').trim()
  if (plain === '') return unknown('The text is empty.')
  if (plain.startsWith('{')) return readJson(plain)
  return readEnv(plain) ?? readIni(plain) ?? readKey(plain)
}

function readJson(text: string): CredentialsReading {
  const parsed = parseJsonWithComments(text)
  // The parser's own words are left out: they quote the text, and with it perhaps a secret.
  if (!parsed.ok) return unknown('It begins like JSON, but it is not complete or has a mistake in it.')
  const taken = isJsonObject(parsed.value) ? takeJson(parsed.value) : null
  if (taken === null) return unknown(`It is JSON, but has no member that holds credentials. ${KNOWN_FILES}`)
  return recognised(taken.source, taken, { applicationName: taken.applicationName })
}

function readEnv(text: string): CredentialsReading | null {
  const variables = readEnvText(text).filter(({ name }) => isVonageVariable(name))
  if (variables.length === 0) return null
  const taken = takeVariables(new Map(variables.map(({ name, value }) => [name, value])))
  const used = new Set(Object.values(taken.names))
  const remarks = variables.flatMap(({ name, remark }) => (remark !== null && used.has(name) ? [remark] : []))
  return recognised('env', taken, { notes: remarks })
}

const NEXMORC: NameTable = {
  applicationId: [],
  apiKey: ['api_key'],
  apiSecret: ['api_secret'],
  signatureSecret: [],
  privateKey: [],
}

function readIni(text: string): CredentialsReading | null {
  const values = readIniText(text).filter(
    ({ section, name }) => section === 'credentials' && (name === 'api_key' || name === 'api_secret'),
  )
  if (values.length === 0) return null
  return recognised('nexmorc', takeNamed(NEXMORC, new Map(values.map(({ name, value }) => [name, value]))))
}

/** A private key by itself, whole or as the path of its file; else why it is neither. */
function readKey(text: string): CredentialsReading {
  const diagnosis = diagnosePrivateKey(text)
  if (diagnosis.ok) return keyAlone({ privateKey: { kind: 'text', value: text } }, diagnosis.repairs)
  if (diagnosis.fault === 'file-path') return keyAlone({ privateKey: { kind: 'path', value: text } })
  if (diagnosis.fault === 'not-a-key') return unknown(whyNothing(text))
  const { why, fix } = explainKeyFault(diagnosis.fault)
  return unknown(`${why} ${fix}`)
}

function keyAlone(found: FoundCredentials, notes: readonly string[] = []): CredentialsReading {
  return recognised('private-key', { found, names: {}, unused: [] }, { notes })
}

function whyNothing(text: string): string {
  const isList = readEnvText(text).length > 0
  return isList
    ? `It is a list of names and values, but none is named as Vonage's are (VONAGE_API_KEY, VONAGE_APPLICATION_ID, …).`
    : `It was not recognised. ${KNOWN_FILES}`
}

function recognised(
  source: CredentialSource,
  { found, names, unused }: NamedCredentials,
  more: { readonly notes?: readonly string[]; readonly applicationName?: string | null } = {},
): RecognisedCredentials {
  const { notes = [], applicationName = null } = more
  return { source, found, names, unused, applicationName, notes: [...notes, ...notesOn(found)] }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

function notesOn({ applicationId, privateKey }: FoundCredentials): readonly string[] {
  return [
    ...(applicationId !== undefined && !UUID.test(applicationId)
      ? ['The application id does not look like one: 32 hexadecimal digits in five groups.']
      : []),
    ...(privateKey?.kind === 'path' ? [noteOnPath(privateKey.value)] : []),
  ]
}

function noteOnPath(path: string): string {
  return isFixedPath(path)
    ? 'The private key is given as the path of a file. It is read from there once and then kept with the profile.'
    : 'The private key is given as a path relative to a folder that this text does not tell, so it is not taken. Drop the key file itself, or give its full path in the profile.'
}

function unknown(why: string): CredentialsReading {
  return { source: 'unknown', why }
}
