import { describe, expect, it } from 'vitest'
import { networkFailureOf } from '#electron/http/network-failure.ts'
import { explainNetwork, type NetworkFailureKind } from '#shared/messenger/explain-network.ts'

const target = { hostname: 'api.example.com', port: 443 }
const error = (fields: object) => Object.assign(new Error('secret text'), fields)

describe('a failure is told by its code', () => {
  it.each([
    ['ENOTFOUND', 'dns'],
    ['EAI_AGAIN', 'dns'],
    ['ECONNREFUSED', 'refused'],
    ['UND_ERR_CONNECT_TIMEOUT', 'unreachable'],
    ['EHOSTUNREACH', 'unreachable'],
    ['UND_ERR_PRX_TLS', 'proxy'],
    ['EPROTO', 'tls'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls'],
    ['CERT_HAS_EXPIRED', 'tls'],
    ['ECONNRESET', 'broken'],
    ['UND_ERR_SOCKET', 'broken'],
    ['HPE_INVALID_CONSTANT', 'broken'],
    ['SOMETHING_NEW', 'broken'],
  ])('%s: %s', (code, kind) => {
    expect(networkFailureOf(error({ code }), target)).toEqual({ kind, systemCode: code })
  })

  it('however deep it lies', () => {
    const refused = error({ code: 'ECONNREFUSED', port: 443 })
    expect(networkFailureOf(new AggregateError([refused, refused]), target).kind).toBe('refused')
    expect(networkFailureOf(new TypeError('failed', { cause: refused }), target).kind).toBe('refused')
  })

  it('and is the proxy’s when it names another place', () => {
    expect(networkFailureOf(error({ code: 'ECONNREFUSED', port: 3128 }), target).kind).toBe('proxy')
    expect(networkFailureOf(error({ code: 'ENOTFOUND', hostname: 'proxy.lan' }), target).kind).toBe('proxy')
    expect(networkFailureOf(error({ code: 'ENOTFOUND', hostname: target.hostname }), target).kind).toBe('dns')
  })

  it.each([null, undefined, 'text', 7, {}, new Error('secret text')])('and %j has none', (thrown) => {
    expect(networkFailureOf(thrown, target)).toEqual({ kind: 'broken', systemCode: null })
  })
})

it('an explanation holds the host and the code, never the error’s text', () => {
  const explanation = explainNetwork(
    networkFailureOf(error({ code: 'ECONNRESET' }), target),
    'api.example.com',
  )
  expect(explanation).toMatchObject({
    code: 'NETWORK_BROKEN',
    what: expect.stringContaining('api.example.com'),
    why: expect.stringContaining('ECONNRESET'),
  })
  expect(JSON.stringify(explanation)).not.toContain('secret text')
})

it.each<[NetworkFailureKind, string]>([
  ['dns', 'NETWORK_DNS'],
  ['refused', 'NETWORK_REFUSED'],
  ['unreachable', 'NETWORK_TIMEOUT'],
  ['tls', 'NETWORK_TLS'],
  ['timeout', 'NETWORK_TIMEOUT'],
  ['broken', 'NETWORK_BROKEN'],
  ['proxy', 'NETWORK_PROXY'],
])('the explanation of %s says what, why, what to do and where to read on', (kind, code) => {
  const explanation = explainNetwork({ kind, systemCode: 'ECODE' }, 'api.example.com')
  expect(explanation).toMatchObject({
    code,
    what: expect.stringContaining('api.example.com'),
    why: expect.stringMatching(/\w.*\(ECODE\)$/),
    fix: expect.stringMatching(/\w\.$/),
    link: expect.stringMatching(/^https:/),
  })
})
