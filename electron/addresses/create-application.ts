import { generateKeyPair } from 'node:crypto'
import { promisify } from 'node:util'
import type { NewApplication } from '#shared/addresses.ts'
import { WorkbenchError } from '#shared/errors.ts'
import type { Profile, ProfileInput } from '#shared/profile.ts'
import type { Secrets } from '../settings/secrets.ts'
import type { Account } from '../vonage/application-requests.ts'
import type { WebhookUrls } from './webhook-target.ts'

type Deps = {
  readonly create: (account: Account, bodyText: string) => Promise<string>
  readonly findProfile: (id: string) => Profile
  readonly accountOf: (profile: Profile) => Account
  readonly targetOf: (profile: Profile, publicUrl: string | null, apiOrigin: string) => WebhookUrls
  readonly secrets: Pick<Secrets, 'get'>
  readonly saveProfile: (input: ProfileInput) => Promise<string>
}

/**
 * Makes an application whose callbacks come here, with a key pair made on this computer: only the public half is sent.
 * It becomes a profile, in use at once. Throws BAD_INPUT for the simulator, what is missing in the profile, or the
 * refusal. Source: Application API v2 specification, "Create an application".
 */
export async function createApplication({ profileId, name, publicUrl }: NewApplication, deps: Deps) {
  const profile = deps.findProfile(profileId)
  if (profile.baseUrl.kind === 'simulator') throw oneApplication()
  const account = deps.accountOf(profile)
  const urls = deps.targetOf(profile, publicUrl, account.origin)
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  const applicationId = await deps.create(account, bodyOf(name, publicKey, urls))
  try {
    const id = await deps.saveProfile({
      profile: { id: null, name, applicationId, apiKey: profile.apiKey, baseUrl: profile.baseUrl },
      secrets: {
        privateKey: { do: 'set', value: privateKey },
        apiSecret: { do: 'set', value: account.apiSecret },
        signatureSecret: changeOf(deps.secrets.get(profile.id, 'signatureSecret')),
      },
    })
    return { id, applicationId }
  } catch (cause) {
    throw notKept(applicationId, cause)
  }
}

function bodyOf(name: string, publicKey: string, { inbound, status }: WebhookUrls): string {
  const webhook = (address: string) => ({ address, http_method: 'POST' })
  const webhooks = { inbound_url: webhook(inbound), status_url: webhook(status) }
  return JSON.stringify({
    name,
    keys: { public_key: publicKey },
    privacy: { improve_ai: false },
    capabilities: { messages: { webhooks, version: 'v1', authenticate_inbound_media: false } },
  })
}

function changeOf(secret: string | null): ProfileInput['secrets']['signatureSecret'] {
  return secret === null ? { do: 'keep' } : { do: 'set', value: secret }
}

function oneApplication(): WorkbenchError {
  return new WorkbenchError({
    code: 'BAD_INPUT',
    what: 'No application was created.',
    why: 'The simulator has one application, which is there already.',
    fix: 'Choose a profile with the API key and secret of a Vonage account.',
  })
}

function notKept(applicationId: string, cause: unknown): WorkbenchError {
  return new WorkbenchError(
    {
      code: 'INTERNAL',
      what: `The application ${applicationId} was created, but its key could not be stored here.`,
      why: cause instanceof Error ? cause.message : 'The system gave no reason.',
      fix: 'Delete the application in the dashboard, and create it again once the data folder can be written.',
    },
    { cause },
  )
}
