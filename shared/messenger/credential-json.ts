import type { CredentialSource } from '../credentials.ts'
import { isVonageVariable, takeVariables } from './credential-variables.ts'
import { type NamedCredentials, type NameTable, takeNamed } from './found-credentials.ts'
import { isJsonObject, type JsonObject, textMember } from './json-value.ts'

type JsonCredentials = NamedCredentials & {
  readonly source: CredentialSource
  /** What the file calls its application, where it does. */
  readonly applicationName: string | null
}

/** The CLI's 3.x writes both spellings itself; its 1.x wrote the second one, with `applicationId`. */
const CLI: NameTable = {
  applicationId: ['app-id', 'appId', 'applicationId'],
  apiKey: ['api-key', 'apiKey'],
  apiSecret: ['api-secret', 'apiSecret'],
  signatureSecret: [],
  privateKey: ['private-key', 'privateKey'],
}
const CLI_2: NameTable = {
  applicationId: ['APPLICATION_ID'],
  apiKey: ['API_KEY'],
  apiSecret: ['API_SECRET'],
  signatureSecret: [],
  privateKey: ['PRIVATE_KEY'],
}
const APPLICATION: NameTable = {
  applicationId: ['application_id'],
  apiKey: [],
  apiSecret: [],
  signatureSecret: [],
  privateKey: ['private_key'],
}
/** .NET does not tell upper from lower case in names, so they are compared in lower case. */
const DOTNET: NameTable = {
  applicationId: ['application.id'],
  apiKey: ['api.key'],
  apiSecret: ['api.secret'],
  signatureSecret: ['security_secret'],
  privateKey: ['application.key'],
}

/**
 * Takes the credentials out of a JSON configuration. Which program wrote it is told by its member names alone; null
 * when none of the known layouts fits.
 * Source: Vonage CLI 1.x, 2.x (CONFIG_SCHEMA_VERSION 2023-03-30) and 3.x configuration files, `vonage apps:create`
 * (vonage_app.json), configuration of the Vonage .NET SDK (section "vonage").
 */
export function takeJson(json: JsonObject): JsonCredentials | null {
  const has = (...names: readonly string[]) => names.some((name) => Object.hasOwn(json, name))
  const as = (source: CredentialSource, taken: NamedCredentials) => ({
    source,
    applicationName: textMember(json, 'application_name'),
    ...taken,
  })
  const dotnet = dotnetSection(json)
  if (dotnet !== null) return as('appsettings', takeDotnet(dotnet))
  const values = textsOf(json)
  if (has('application_id', 'private_key')) return as('vonage-app', takeNamed(APPLICATION, values))
  if (has('CONFIG_SCHEMA_VERSION', 'API_KEY', 'API_SECRET', 'APPLICATION_ID', 'PRIVATE_KEY')) {
    return as('vonage-config-2', takeNamed(CLI_2, values))
  }
  if (has('app-id', 'appId', 'api-key', 'api-secret', 'private-key')) {
    return as('vonagerc', takeNamed(CLI, values))
  }
  if (has('apiKey', 'apiSecret', 'applicationId', 'privateKey')) {
    return as('vonage-config', takeNamed(CLI, values))
  }
  return Object.keys(json).some(isVonageVariable) ? as('env', takeVariables(values)) : null
}

function dotnetSection(json: JsonObject): JsonObject | null {
  const name = Object.keys(json).find((key) => key.toLowerCase() === 'vonage')
  const section = name === undefined ? undefined : json[name]
  return isJsonObject(section) ? section : null
}

function takeDotnet(section: JsonObject): NamedCredentials {
  const written = new Map(Object.keys(section).map((name) => [name.toLowerCase(), name]))
  const values = new Map([...textsOf(section)].map(([name, value]) => [name.toLowerCase(), value]))
  const { found, names, unused } = takeNamed(DOTNET, values)
  const asWritten = (name: string) => written.get(name) ?? name
  return {
    found,
    names: Object.fromEntries(Object.entries(names).map(([field, name]) => [field, asWritten(name)])),
    unused: unused.map(({ name, why }) => ({ name: asWritten(name), why })),
  }
}

/** The members that are text; an API key of digits only may have been written as a number. */
function textsOf(json: JsonObject): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(json).flatMap(([name, value]) => {
      if (typeof value === 'string') return [[name, value] as const]
      return typeof value === 'number' ? [[name, String(value)] as const] : []
    }),
  )
}
