import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { textMember } from '#shared/messenger/json-value.ts'
import type { SignatureCrypto, SignatureSecret, SignatureVerdict } from '#shared/messenger/signature-facts.ts'
import { verifySignature } from '#shared/messenger/signature-ladder.ts'
import { readSignatureToken } from '#shared/messenger/signature-token.ts'

/** What is judged: the raw bytes, the headers and the time of arrival of one captured request. */
type SignedRequest = {
  readonly seq: number
  readonly headers: readonly (readonly [string, string])[]
  readonly body: Uint8Array
  readonly receivedAtMs: number
}
type Judgement = SignatureVerdict & {
  readonly jti: string | null
  /** Whose callback it is, as the token claims. */
  readonly apiKey: string | null
  readonly applicationId: string | null
}

/** What signatures are judged with, as it crosses to the thread that does it. */
export type JudgeSecrets = {
  readonly signatureSecrets: readonly SignatureSecret[]
  readonly apiSecrets: readonly SignatureSecret[]
}

type Deps = {
  readonly signatureSecrets: () => readonly SignatureSecret[]
  readonly apiSecrets: () => readonly SignatureSecret[]
}

/** Judges the signature of captured callbacks with the secrets of all profiles. */
export function createSignatureJudge({ signatureSecrets, apiSecrets }: Deps) {
  return (request: SignedRequest, countEarlier: (jti: string, beforeSeq: number) => number): Judgement => {
    const authorization = authorizationOf(request)
    const token = readSignatureToken((authorization ?? '').replace(/^Bearer +/i, ''))
    const jti = textMember(token?.claims, 'jti')
    const verdict = verifySignature(
      {
        authorization,
        body: request.body,
        receivedAtMs: request.receivedAtMs,
        signatureSecrets: signatureSecrets(),
        apiSecrets: apiSecrets(),
        earlierWithSameJti: jti === null ? 0 : countEarlier(jti, request.seq),
      },
      signatureCrypto,
    )
    const apiKey = textMember(token?.claims, 'api_key')
    return { ...verdict, jti, apiKey, applicationId: textMember(token?.claims, 'application_id') }
  }
}

/** The same for a stored callback, where counting earlier ones takes its time. */
export async function judgeStored(
  judge: ReturnType<typeof createSignatureJudge>,
  request: SignedRequest,
  countEarlier: (jti: string, beforeSeq: number) => Promise<number>,
): Promise<Judgement> {
  const token = readSignatureToken((authorizationOf(request) ?? '').replace(/^Bearer +/i, ''))
  const jti = textMember(token?.claims, 'jti')
  const earlier = jti === null ? 0 : await countEarlier(jti, request.seq)
  return judge(request, () => earlier)
}

function authorizationOf({ headers }: SignedRequest): string | null {
  return headers.find(([name]) => name.toLowerCase() === 'authorization')?.[1] ?? null
}

export const signatureCrypto: SignatureCrypto = {
  sha256Hex: (bytes) => createHash('sha256').update(bytes).digest('hex'),
  isHmacSha256(signedText, signature, secret) {
    const expected = createHmac('sha256', secret).update(signedText).digest()
    const actual = Buffer.from(signature, 'base64url')
    return actual.length === expected.length && timingSafeEqual(actual, expected)
  },
}
