import { verifySignature } from '@vonage/jwt'
import { decodeJwt, decodeProtectedHeader } from 'jose'
import { expect, it } from 'vitest'
import { signCallback } from '#electron/signing/sign-callback.ts'
import { fixtureJson } from '../../support/fixtures.ts'

type Example = {
  readonly secret: string
  readonly rawBody: string
  readonly claims: {
    readonly iat: number
    readonly jti: string
    readonly api_key: string
    readonly application_id: string
  }
  readonly headers: { readonly authorization: string }
  readonly negative: { readonly wrongSecret: string }
}

const example = fixtureJson<Example>('signed-webhook-example')

it('signs exactly as the example', async () => {
  const authorization = await signCallback({
    body: Buffer.from(example.rawBody, 'utf8'),
    apiKey: example.claims.api_key,
    applicationId: example.claims.application_id,
    signatureSecret: example.secret,
    nowMs: example.claims.iat * 1000 + 999,
    jti: example.claims.jti,
  })
  expect(authorization).toBe(example.headers.authorization)
  const token = authorization.replace('Bearer ', '')
  expect(decodeProtectedHeader(token)).toEqual({ alg: 'HS256', typ: 'JWT' })
  expect(decodeJwt(token)).toEqual(example.claims)
  expect(verifySignature(token, example.secret)).toBe(true)
  expect(verifySignature(token, example.negative.wrongSecret)).toBe(false)
})
