import { valueText } from './describe-token.ts'
import { member, textMember } from './json-value.ts'
import {
  askerOf,
  failed,
  notChecked,
  passed,
  type TokenCheck,
  type TokenFacts,
  warned,
} from './token-check.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const TO_PKCS8 = 'openssl pkcs8 -topk8 -nocrypt -in private.key -out private-pkcs8.key'

const algorithm: TokenCheck = {
  id: 'alg',
  title: 'Algorithm RS256',
  expected: 'RS256',
  find: ({ header }) => {
    const alg = textMember(header, 'alg') ?? 'none given'
    if (alg === 'RS256') return passed(alg)
    if (/^none$/i.test(alg)) {
      return failed(alg, {
        why: 'A token of algorithm "none" is not signed, so anybody could have written it.',
        fix: 'Sign it with RS256 and the application’s private key.',
      })
    }
    if (/^HS/.test(alg)) {
      return failed(alg, {
        why: 'It is signed with a shared secret. Vonage checks API tokens with the application’s public key.',
        fix: 'Sign it with RS256 and the content of private.key. A library may have fallen back to HS256 because no algorithm was set.',
      })
    }
    return failed(alg, {
      why: 'Vonage documents RS256 only for API calls.',
      fix: 'Sign it with RS256 and the application’s private key.',
    })
  },
}

export const tokenType: TokenCheck = {
  id: 'typ',
  title: 'Type JWT',
  expected: 'JWT',
  find: ({ header }) => {
    const typ = member(header, 'typ')
    if (typeof typ === 'string' && typ.toUpperCase() === 'JWT') return passed(typ)
    return warned(typ === undefined ? 'none' : valueText(typ), {
      why: 'Vonage’s tokens have typ JWT in the header. Whether one without it is refused is not documented.',
      fix: 'Set typ to JWT.',
    })
  },
}

const applicationId: TokenCheck = {
  id: 'application-id',
  title: 'Names an application',
  expected: 'application_id',
  find: ({ claims }) => {
    const value = member(claims, 'application_id')
    if (typeof value === 'string' && value !== '') return passed(value)
    return failed(value === undefined ? 'none' : valueText(value), {
      why: 'Vonage finds the public key by application_id. Without it the token cannot be checked there.',
      fix: 'Add application_id with the id from the application’s page in the dashboard.',
    })
  },
}

const applicationKnown: TokenCheck = {
  id: 'application-known',
  title: 'Application of a profile',
  expected: 'the application id of one of your profiles',
  find: ({ claims, owner }) => {
    const id = textMember(claims, 'application_id')
    if (id === null) return notChecked('')
    if (owner !== null) return passed(owner.name)
    const shape = UUID.test(id) ? '' : ' It is not written like one either: application ids are UUIDs.'
    return warned(id, {
      why: `No profile has this application id.${shape}`,
      fix: 'If the application is yours, check the id, or add a profile for it in Settings.',
    })
  },
}

const signature: TokenCheck = {
  id: 'signature',
  title: 'Signature fits the profile’s key',
  expected: 'a signature of the private key of the application’s profile',
  find: (facts) => {
    if (textMember(facts.header, 'alg') !== 'RS256')
      return notChecked('Only RS256 is checked with a profile’s key.')
    const { owner } = facts
    const signer = signerOf(facts)
    if (owner !== null && signer === owner) return passed(`signed with the key of ${owner.name}`)
    if (signer !== null) return foreignKey(signer.name, owner?.name ?? null)
    if (owner === null)
      return notChecked('The application belongs to no profile, so there is no key to check with.')
    if (owner.keyFormat === null) {
      return notChecked(
        `The profile ${owner.name} has no private key that can be used.`,
        'Enter its key in Settings.',
      )
    }
    return failed('does not fit', {
      why: `It was signed with another key than the one of ${owner.name}, or changed after it was signed.`,
      fix: 'Use the private.key that belongs to the public key in the dashboard. Making a new key pair there makes the old file useless.',
    })
  },
}

function foreignKey(signer: string, owner: string | null) {
  return failed(`signed with the key of ${signer}`, {
    why:
      owner === null
        ? `It is signed with the key of ${signer}, but names another application than that profile.`
        : `It is signed with the key of ${signer}, but names the application of ${owner}.`,
    fix: 'Use application id and private key of the same application.',
  })
}

/** The owner first: two profiles may well hold the same key. */
function signerOf({ owner, profiles, crypto, signedText, signature: bytes }: TokenFacts) {
  const candidates = [...(owner === null ? [] : [owner]), ...profiles.filter((profile) => profile !== owner)]
  return (
    candidates.find(
      ({ id, keyFormat }) => keyFormat !== null && crypto.isSignedByProfile(signedText, bytes, id),
    ) ?? null
  )
}

const applicationKey: TokenCheck = {
  id: 'application-key',
  title: 'Key belongs to the application',
  expected: 'the private key whose public half Vonage has',
  find: (facts) => {
    if (facts.owner?.isSimulator) return passed('made together with the simulator’s application')
    const asker = askerOf(facts)
    if (textMember(facts.claims, 'application_id') === null || asker === null) return notChecked('')
    if (asker.applicationApi === null) {
      return notChecked(
        'Only its account can ask Vonage for the key.',
        'Use a profile of that account to compare.',
      )
    }
    if (asker.applicationApi.hasAccount) {
      return notChecked('Only Vonage knows which key it has. It is asked when you press Compare.')
    }
    return notChecked(
      `Vonage tells the public key of an application only to its account, and ${asker.name} has no API key and secret.`,
      'Enter them in Settings to compare.',
    )
  },
}

const keyFormat: TokenCheck = {
  id: 'key-format',
  title: 'Key format other tools take',
  expected: 'PKCS#8, beginning with BEGIN PRIVATE KEY',
  find: ({ owner }) => {
    if (owner === null || owner.keyFormat === null) return notChecked('')
    if (owner.keyFormat === 'pkcs8') return passed('PKCS#8')
    return warned('PKCS#1, beginning with BEGIN RSA PRIVATE KEY', {
      why: `The key of ${owner.name} signs well here, but the Vonage CLI and the Python SDK refuse this format.`,
      fix: `Where they need it, convert the file: ${TO_PKCS8}`,
    })
  },
}

/** Who made an API token and with which key. Source: Vonage authentication guide, "JSON web tokens". */
export const apiTokenIdentityChecks: readonly TokenCheck[] = [
  algorithm,
  tokenType,
  applicationId,
  applicationKnown,
  signature,
  applicationKey,
  keyFormat,
]
