import { verifySignature } from '@vonage/jwt'
import { decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose'
import { describe, expect, it } from 'vitest'
import { createApiToken } from '#electron/vonage/api-token.ts'
import { rsaPair } from '../../support/keys.ts'

const { privateKey, publicKey, spki } = rsaPair()
const applicationId = '78d335fa-323d-4114-9c3d-d6f0d48968cf'
const nowMs = Date.UTC(2026, 0, 2, 3, 4, 5, 678)
const deps = { nowMs: () => nowMs, newUuid: () => '1b4e28ba-2fa1-41d2-883f-0016d3cca427' }
const issuedAt = Math.floor(nowMs / 1000)

describe('a token', () => {
  it('holds what Vonage requires, for 15 minutes', async () => {
    const { token, expiresAtMs } = await createApiToken({ key: privateKey, applicationId }, deps)
    expect(decodeProtectedHeader(token)).toEqual({ alg: 'RS256', typ: 'JWT' })
    expect(decodeJwt(token)).toEqual({
      application_id: applicationId,
      iat: issuedAt,
      jti: '1b4e28ba-2fa1-41d2-883f-0016d3cca427',
      exp: issuedAt + 900,
    })
    expect(expiresAtMs).toBe((issuedAt + 900) * 1000)
  })

  it('verifies with the public key: jose and the official SDK agree', async () => {
    const now = { ...deps, nowMs: () => Date.now() }
    const { token } = await createApiToken({ key: privateKey, applicationId }, now)
    expect(verifySignature(token, spki)).toBe(true)
    expect(verifySignature(token, rsaPair().spki)).toBe(false)
    await expect(jwtVerify(token, publicKey, { algorithms: ['RS256'] })).resolves.toBeDefined()
  })

  it.each([30, 3600, 86_400])('may live %i seconds', async (ttlSeconds) => {
    const { token } = await createApiToken({ key: privateKey, applicationId, ttlSeconds }, deps)
    expect(decodeJwt(token).exp).toBe(issuedAt + ttlSeconds)
  })

  it.each([0, -5, 29, 86_401, 90.5, Number.NaN])('may not live %d seconds', async (ttlSeconds) => {
    await expect(createApiToken({ key: privateKey, applicationId, ttlSeconds }, deps)).rejects.toMatchObject({
      explanation: { code: 'BAD_INPUT', why: expect.stringContaining('24 hours') },
    })
  })

  it('needs an application id', async () => {
    await expect(createApiToken({ key: privateKey, applicationId: '' }, deps)).rejects.toMatchObject({
      explanation: { code: 'APPLICATION_ID_MISSING' },
    })
  })
})
