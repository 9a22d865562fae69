import { isJsonObject, type JsonObject, parseJson } from './json-value.ts'

/** A compact JWT taken apart, nothing verified yet. Header or claims are null where they could not be read. */
export type SignatureToken = {
  readonly header: JsonObject | null
  readonly claims: JsonObject | null
  /** What the signature is computed over: the first two parts as they were sent. */
  readonly signedText: string
  /** The third part as it was sent, base64url. */
  readonly signature: string
}

/** Takes a JWT apart (RFC 7519 §3.1, RFC 7515 §7.1). Null when it has not exactly three parts. */
export function readSignatureToken(token: string): SignatureToken | null {
  const [header, claims, signature, ...rest] = token.split('.')
  if (header === undefined || claims === undefined || signature === undefined || rest.length > 0) return null
  return {
    header: readPart(header),
    claims: readPart(claims),
    signedText: `${header}.${claims}`,
    signature,
  }
}

function readPart(base64Url: string): JsonObject | null {
  try {
    const binary = atob(base64Url.replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = new Uint8Array(binary.length)
    for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at)
    const json = parseJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return json.ok && isJsonObject(json.value) ? json.value : null
  } catch {
    return null
  }
}
