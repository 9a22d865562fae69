import { WorkbenchError } from '#shared/errors.ts'
import { takeVariables } from '#shared/messenger/credential-variables.ts'
import type { FoundKey } from '#shared/messenger/found-credentials.ts'
import type { Profile, SecretName } from '#shared/profile.ts'

/** A secret for this run: the secret itself, or why it cannot be had. */
export type HeldSecret = { readonly value: string } | { readonly reason: string }

export type EnvironmentProfile = {
  readonly profile: Profile
  readonly secrets: readonly (readonly [SecretName, HeldSecret])[]
  /** Names of the variables it is made of. */
  readonly variables: readonly string[]
}

type Environment = Readonly<Record<string, string | undefined>>

const ENVIRONMENT_ID = 'environment'

/** Whether a profile id is that of the Environment profile. */
export function isEnvironmentId(id: string): boolean {
  return id === ENVIRONMENT_ID
}

/**
 * The profile that the environment describes with VONAGE_ and NEXMO_ variables; null when none of them is set. Lives as
 * long as this run: neither the profile nor its secrets are ever stored. A key that cannot be used is a reason, no
 * error: the rest of the profile works without it.
 */
export function readEnvironmentProfile(
  environment: Environment,
  readKey: (key: FoundKey) => string,
): EnvironmentProfile | null {
  const values = Object.entries(environment).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  )
  const { found, names } = takeVariables(new Map(values))
  const variables = Object.values(names)
  if (variables.length === 0) return null
  const { applicationId = '', apiKey = '', apiSecret, signatureSecret, privateKey } = found
  return {
    profile: {
      id: ENVIRONMENT_ID,
      name: 'Environment',
      applicationId,
      apiKey,
      baseUrl: { kind: 'production' },
    },
    secrets: [
      ...held('apiSecret', apiSecret),
      ...held('signatureSecret', signatureSecret),
      ...(privateKey === undefined
        ? []
        : [['privateKey', heldKey(privateKey, names.privateKey ?? '', readKey)] as const]),
    ],
    variables,
  }
}

function held(name: SecretName, value: string | undefined): readonly (readonly [SecretName, HeldSecret])[] {
  return value === undefined ? [] : [[name, { value }]]
}

function heldKey(key: FoundKey, variable: string, readKey: (key: FoundKey) => string): HeldSecret {
  try {
    return { value: readKey(key) }
  } catch (error) {
    if (!(error instanceof WorkbenchError)) throw error
    return { reason: `The key in ${variable} cannot be used. ${error.explanation.why}` }
  }
}
