import type { KeyObject } from 'node:crypto'
import { WorkbenchError } from '#shared/errors.ts'
import type { SignatureSecret } from '#shared/messenger/signature-facts.ts'
import type { Profile } from '#shared/profile.ts'
import { originOf } from './settings/profile-roster.ts'
import type { Secrets } from './settings/secrets.ts'
import { loadPrivateKey } from './vonage/private-key.ts'

/** What the services may do with the secrets of the profiles: sign with them and compare with them. */
export function createCredentials(profiles: () => readonly Profile[], secrets: Secrets) {
  const listOf = (name: 'apiSecret' | 'signatureSecret'): readonly SignatureSecret[] =>
    profiles().flatMap((profile) => {
      const secret = secrets.get(profile.id, name)
      return secret === null ? [] : [{ apiKey: profile.apiKey, profileName: profile.name, secret }]
    })

  return {
    signatureSecrets: () => listOf('signatureSecret'),
    apiSecrets: () => listOf('apiSecret'),
    /** The private key of a profile. Throws KEY_MISSING, SECRET_UNREADABLE or KEY_UNUSABLE. */
    keyOf(profile: Profile): KeyObject {
      const pem = secrets.get(profile.id, 'privateKey')
      if (pem === null) throw keyMissing(profile, secrets)
      const loaded = loadPrivateKey(pem)
      if (!loaded.ok) throw new WorkbenchError(loaded.explanation)
      return loaded.key
    },
  }
}

function keyMissing(profile: Profile, secrets: Secrets): WorkbenchError {
  const view = secrets.view(profile.id, 'privateKey')
  const what = `The profile ${profile.name} has no private key to sign a token with.`
  if (view.state === 'unreadable') {
    return new WorkbenchError({
      code: 'SECRET_UNREADABLE',
      what,
      why: view.reason,
      fix:
        originOf(profile) === 'environment'
          ? 'Correct the variable and restart the app, or choose another profile.'
          : 'Enter the key in Settings.',
    })
  }
  return new WorkbenchError({
    code: 'KEY_MISSING',
    what,
    why: "Every call of the Messages API carries a token signed with the application's private key.",
    fix: 'Settings, this profile: paste the content of private.key, or give its path.',
  })
}
