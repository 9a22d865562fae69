import {
  type NamedCredentials,
  type NameTable,
  takeNamed,
  type UnusedCredential,
} from './found-credentials.ts'

const PREFIXES = ['VONAGE_', 'NEXMO_'] as const

/** Newer and more specific names first; Laravel's VONAGE_KEY and VONAGE_SECRET come after the SDKs' own. */
const VARIABLES: NameTable = {
  applicationId: prefixed('APPLICATION_ID'),
  apiKey: prefixed('API_KEY', 'KEY'),
  apiSecret: prefixed('API_SECRET', 'SECRET'),
  signatureSecret: prefixed('SIGNATURE_SECRET', 'API_SIGNATURE_SECRET'),
  privateKey: prefixed(
    'PRIVATE_KEY',
    'PRIVATE_KEY_CONTENTS',
    'APPLICATION_PRIVATE_KEY',
    'PRIVATE_KEY_PATH',
    'APPLICATION_PRIVATE_KEY_PATH',
  ),
}

const PAGE_ID = 'It is a Page ID. It belongs into From of a reply, not into a profile.'
const PSID = 'It is the id of a person (PSID). It belongs into To of a reply, not into a profile.'
const BASE_URL = 'The address of the API is chosen in the profile, as its base URL.'
const METHOD = 'Callbacks of the Messages API are always signed with HMAC-SHA256.'

const NOT_FOR_A_PROFILE: ReadonlyMap<string, string> = new Map([
  ['MESSENGER_SENDER_ID', PAGE_ID],
  ['FB_SENDER_ID', PAGE_ID],
  ['MESSENGER_RECIPIENT_ID', PSID],
  ['FB_RECIPIENT_ID', PSID],
  ['MESSAGES_API_URL', BASE_URL],
  ['MESSAGES_SANDBOX_URL', BASE_URL],
  ...prefixed('SIGNATURE_METHOD').map((name) => [name, METHOD] as const),
])

const KNOWN_NAMES: ReadonlySet<string> = new Set(Object.values(VARIABLES).flat())
const VONAGE_NAME = /^(VONAGE|NEXMO)_[A-Z0-9_]{1,60}$/

/** Whether a variable is one that Vonage's SDKs, samples or Laravel package read, or is named like one. */
export function isVonageVariable(name: string): boolean {
  return VONAGE_NAME.test(name) || NOT_FOR_A_PROFILE.has(name)
}

/**
 * Takes the credentials out of variables, of a `.env` file or of the environment. VONAGE_ goes before NEXMO_. What is
 * known but of no use to a profile is listed in `unused`.
 * Source: configuration of Vonage's SDKs (Node, Ruby, Kotlin), of vonage-laravel, and Vonage's code snippets.
 */
export function takeVariables(values: ReadonlyMap<string, string>): NamedCredentials {
  const taken = takeNamed(VARIABLES, values)
  const others = [...values.keys()].flatMap((name): readonly UnusedCredential[] => {
    if (KNOWN_NAMES.has(name) || !isVonageVariable(name)) return []
    return [{ name, why: NOT_FOR_A_PROFILE.get(name) ?? 'A profile has no field for it.' }]
  })
  return { ...taken, unused: [...taken.unused, ...others] }
}

/** VONAGE_ of every suffix before NEXMO_ of any. */
function prefixed(...suffixes: readonly string[]): readonly string[] {
  return PREFIXES.flatMap((prefix) => suffixes.map((suffix) => prefix + suffix))
}
