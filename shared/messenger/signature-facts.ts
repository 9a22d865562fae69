import type { SignatureState } from '../callback.ts'
import type { Check } from '../check.ts'
import type { SignatureToken } from './signature-token.ts'

/** A secret that may have signed a callback, and whose it is. */
export type SignatureSecret = {
  readonly apiKey: string
  readonly profileName: string
  readonly secret: string
}

export type SignatureInput = {
  /** The Authorization header as received; null when there was none. */
  readonly authorization: string | null
  readonly body: Uint8Array
  readonly receivedAtMs: number
  readonly signatureSecrets: readonly SignatureSecret[]
  /** API secrets, tried only to name the mistake of using one as signature secret. */
  readonly apiSecrets: readonly SignatureSecret[]
  /** Earlier callbacks that carried the same jti. */
  readonly earlierWithSameJti: number
}

export type SignatureCrypto = {
  readonly sha256Hex: (bytes: Uint8Array) => string
  /** Compares in constant time. `signature` is base64url. */
  readonly isHmacSha256: (signedText: string, signature: string, secret: string) => boolean
}

export type SignatureVerdict = { readonly state: SignatureState; readonly checks: readonly Check[] }

/** What the rungs look at, each part null until an earlier rung has shown that it is there. */
export type SignatureFacts = SignatureInput & {
  readonly crypto: SignatureCrypto
  readonly bearer: string | null
  readonly token: SignatureToken | null
}
