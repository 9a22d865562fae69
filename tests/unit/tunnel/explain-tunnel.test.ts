import fc from 'fast-check'
import { expect, test } from 'vitest'
import { explainTunnel } from '#shared/tunnel/explain-tunnel.ts'
import { type TunnelFailure, tunnelFailureOf, withoutAuthtoken } from '#shared/tunnel/tunnel-failure.ts'

/** What the SDK throws, and what a person is told of it. */
test.each([
  ['failed to connect session: failed to establish tcp connection', 'TUNNEL_UNREACHABLE'],
  ['failed to connect session: tls handshake error', 'TUNNEL_TLS'],
  ['failed to connect session: failed to deserialize rpc response', 'TUNNEL_NOT_NGROK'],
  ['failed to start listener: failed to open muxado stream', 'TUNNEL_LOST'],
  ['invalid server address: nowhere', 'TUNNEL_OPTIONS'],
  ['No such file or directory (os error 2)', 'TUNNEL_OPTIONS'],
  ['Panic in async function', 'TUNNEL_OTHER'],
  [
    'failed to connect session: Usage of ngrok requires…\nSign up error_code: ERR_NGROK_4018',
    'TUNNEL_TOKEN_MISSING',
  ],
  ['failed to connect session: Not proper. error_code: ERR_NGROK_105', 'TUNNEL_TOKEN_MALFORMED'],
  ['failed to connect session: Invalid. error_code: ERR_NGROK_107', 'TUNNEL_TOKEN_INVALID'],
  ['failed to connect session: Limited to 1. error_code: ERR_NGROK_108', 'TUNNEL_AGENT_LIMIT'],
  ['failed to start listener: Online. error_code: ERR_NGROK_334', 'TUNNEL_DOMAIN_IN_USE'],
  ['failed to start listener: Not yours. error_code: ERR_NGROK_326', 'TUNNEL_DOMAIN_INVALID'],
  ['failed to connect session: Suspended. error_code: ERR_NGROK_103', 'TUNNEL_REFUSED'],
])('%s is %s', (message, code) => {
  expect(explainTunnel(tunnelFailureOf(message, null)).code).toBe(code)
})

test('an unknown refusal is told in the words of the service, with its code', () => {
  const failure = tunnelFailureOf(
    'failed to connect session: Your account is suspended. error_code: ERR_NGROK_103',
    null,
  )
  expect(explainTunnel(failure)).toMatchObject({
    what: expect.stringContaining('ERR_NGROK_103'),
    why: 'Your account is suspended.',
    link: 'https://ngrok.com/docs/errors/err_ngrok_103',
  })
})

test.each<[string, TunnelFailure, string]>([
  ['a login page', wrong(200, true, null), 'TUNNEL_PORTAL'],
  ['an error of ngrok', wrong(404, false, 'ERR_NGROK_3200'), 'TUNNEL_SELF_TEST'],
  ['another server', wrong(404, false, null), 'TUNNEL_SELF_TEST'],
  [
    'no answer',
    { kind: 'not-back', host: 'a.example', failure: { kind: 'dns', systemCode: 'ENOTFOUND' } },
    'TUNNEL_SELF_TEST',
  ],
])('a test request that meets %s is explained', (_name, failure, code) => {
  const explanation = explainTunnel(failure)
  expect(explanation.code).toBe(code)
  expect(explanation.what).toContain('a.example')
})

function wrong(httpStatus: number, isPage: boolean, serviceCode: string | null): TunnelFailure {
  return { kind: 'wrong-answer', host: 'a.example', answer: { httpStatus, isPage, serviceCode } }
}

test('no text keeps the authtoken, wherever it stands in it', () => {
  const token = fc.stringMatching(/^[A-Za-z0-9_]{20,50}$/)
  fc.assert(
    fc.property(token, fc.string(), fc.string(), (authtoken, before, after) => {
      const text = `${before}${authtoken}${after}\nYour authtoken: ${authtoken}\n${authtoken}`
      expect(withoutAuthtoken(text, authtoken)).not.toContain(authtoken)
    }),
  )
})

test('a token that the service shows in part is taken out too', () => {
  const text = 'It is invalid.\nYour authtoken: 2abc...xyz\nSee the docs. error_code: ERR_NGROK_107'
  expect(withoutAuthtoken(text, 'another')).toBe(
    'It is invalid.\nYour authtoken: [redacted]\nSee the docs. error_code: ERR_NGROK_107',
  )
})
