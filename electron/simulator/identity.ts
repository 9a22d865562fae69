import { createPublicKey, type KeyObject } from 'node:crypto'
import type { SignAs } from '../callback-sender/callback-sender.ts'
import type { SimulatorApplication } from './simulator-application.ts'

/** An application with its account, whose requests the simulated Messages API takes and whose callbacks it signs. */
export type Identity = {
  /** Name of the profile it comes from. */
  readonly name: string
  readonly applicationId: string
  readonly apiKey: string
  /** Null: API key and secret do not open the API. */
  readonly apiSecret: string | null
  /** Key of the callbacks' signatures; null where it is not known. */
  readonly signatureSecret: string | null
  /** Public half of the key that its tokens are signed with; null: its tokens do not open the API. */
  readonly publicKey: () => KeyObject | null
}

/** Who signs for an identity; null where something that a signature needs is not known. */
export function signerOf({ applicationId, apiKey, signatureSecret }: Identity): SignAs | null {
  if (applicationId === '' || apiKey === '' || signatureSecret === null) return null
  return { applicationId, apiKey, signatureSecret }
}

/** The simulator's own application. */
export function ownIdentity(name: string, application: SimulatorApplication): Identity {
  const { id, apiKey, apiSecret, signatureSecret, publicKeyPem } = application
  const key = createPublicKey(publicKeyPem)
  return { name, applicationId: id, apiKey, apiSecret, signatureSecret, publicKey: () => key }
}
