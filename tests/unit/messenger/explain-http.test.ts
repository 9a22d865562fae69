import { describe, expect, it } from 'vitest'
import { explainHttp } from '#shared/messenger/explain-http.ts'
import { KNOWN_PROBLEMS } from '#shared/messenger/known-problems.ts'
import { readProblem } from '#shared/messenger/problem.ts'
import { fixtureBytes } from '../../support/fixtures.ts'

function explained(httpStatus: number, body: string, location: string | null = null) {
  return explainHttp({ httpStatus, problem: readProblem(body), location })
}

describe('an explanation', () => {
  it.each([
    ['v1-response-401-bad-credentials', 401, /not accepted/, /private key/],
    ['v1-response-401-missing-header', 401, /without usable credentials/, /Authorization header/],
    ['v1-response-402-low-balance', 402, /balance/, /Top up/],
    ['v1-response-422-invalid-params', 422, /missing or not accepted/, /messenger\.tag \(invalid value\)/],
    ['v1-response-422-invalid-sender', 422, /From id/, /Page ID/],
    ['v1-response-429-rate-limit', 429, /Too many/, /Wait/],
    ['v0.1-response-400-invalid-params', 400, /v0\.1/, /to\.id \(is required\.\)/],
  ])('of %s', (name, httpStatus, why, fix) => {
    const explanation = explained(httpStatus, fixtureBytes(name).toString('utf8'))
    expect(explanation).toMatchObject({
      code: 'HTTP_REFUSED',
      why: expect.stringMatching(why),
      fix: expect.stringMatching(fix),
      link: 'https://developer.vonage.com/api-errors/messages',
    })
  })

  it('goes by status and title, not by the number or host in the type', () => {
    const body = JSON.stringify({ title: 'invalid sender.', type: 'https://example.com/#1420' })
    expect(explained(422, body).why).toMatch(/From id/)
    expect(explained(400, body).why).not.toMatch(/From id/)
  })

  it.each(KNOWN_PROBLEMS.map(({ httpStatus, title }) => [httpStatus, title] as const))(
    'of %i %s names the title once',
    (httpStatus, title) => {
      const { what } = explained(httpStatus, JSON.stringify({ title }))
      expect(what).toBe(`The server refused the message with ${httpStatus}: ${title.replace(/\.$/, '')}.`)
    },
  )

  it.each([
    [200, /message_uuid/],
    [202, /message_uuid/],
    [302, /redirect/],
    [403, /not allowed/],
    [404, /no Messages API/],
    [407, /proxy/],
    [418, /not one that Vonage documents/],
    [502, /gateway/],
  ])('of an unknown %i says what is known', (httpStatus, why) => {
    expect(explained(httpStatus, '<html></html>').why).toMatch(why)
  })

  it.each<[number, string, string | null, RegExp, RegExp]>([
    [
      400,
      "Your request parameters didn't validate.",
      'messages/Errors#InvalidParams',
      /v0\.1 body/,
      /fields/,
    ],
    [401, 'You did not provide correct credentials.', '#unathorized', /not accepted/, /clock/],
    [401, 'Unauthorised', null, /without usable/, /Authorization header/],
    [
      401,
      'The crendentials provided do not have access to the requested product',
      '#unprovisioned',
      /may not use/,
      /Messages capability/,
    ],
    [402, 'Low balance', '#low-balance', /balance/, /Top up/],
    [403, 'Forbidden', '#forbidden', /not allowed/, /dashboard/],
    [403, 'x', '#account-suspended', /suspended the account/, /support/],
    [403, 'x', '#invalid-ip', /certain addresses/, /allow-list/],
    [401, 'x', '#application-suspended', /suspended the application/, /another application/],
    [422, 'The request body did not contain valid JSON', '#invalid-json', /as JSON/, /on the way/],
    [422, 'Unsupported channel', '#1100', /channel/, /messenger/],
    [422, 'Invalid channel parameters', '#1110', /Messenger option/, /underscore/],
    [422, 'Invalid sender', '#1120', /From id/, /Page ID/],
    [422, 'Invalid recipient', '#110', /To id/, /PSID/],
    [422, 'Invalid message type', '#1140', /message type/, /custom/],
    [422, 'Invalid params', '#1150', /missing or not accepted/, /Correct/],
    [422, 'Invalid client reference', '#1060', /too long/, /Shorten/],
    [429, 'Rate Limit Hit', '#1000', /Too many/, /Wait/],
    [429, 'Rate Limit Hit', '#1010', /Too many/, /Wait/],
    [500, 'Internal error', '#1000', /of its own/, /again/],
    [401, 'x', '#jwt-expired', /over/, /new token/],
    [401, 'x', '#jwt-revoked', /revoked/, /new token/],
    [401, 'x', '#invalid-api-key', /API key/, /dashboard/],
    [401, 'x', '#invalid-signature', /signature/, /private key/],
    [401, 'You did not provide correct credentials.', '#multiple-auth-methods', /at once/, /one of them/],
    [404, 'x', '#invalid-id', /id in the address/, /base URL/],
    [405, 'x', '#wrong-verb', /POST/, /base URL/],
    [406, 'x', '#accept-header', /format/, /Accept/],
    [415, 'x', '#content-type-header', /content type/, /Content-Type/],
    [451, 'x', '#unavailable-legal', /legal/, /support/],
    [404, 'x', 'https://developer.nexmo.com/api-errors/not-found', /nothing at this address/, /base URL/],
  ])('of %i %s (%s) says why and what to do', (httpStatus, title, type, why, fix) => {
    const explanation = explained(httpStatus, JSON.stringify({ title, ...(type !== null && { type }) }))
    expect(explanation.what).toContain(String(httpStatus))
    expect(explanation.why).toMatch(why)
    expect(explanation.fix).toMatch(fix)
    expect(explanation.link).toMatch(/^https:/)
  })

  it.each(['#constructor', '#', '', '#1120x'])('does not take the type %j for a documented one', (type) => {
    expect(explained(418, JSON.stringify({ title: 'x', type })).why).toMatch(/not one that Vonage documents/)
  })

  it('of a 2xx without message_uuid does not call it refused', () => {
    expect(explained(202, '').what).toBe('The server answered 202, but without a message_uuid.')
  })

  it('of a redirect shows where it points', () => {
    expect(explained(307, '', 'https://elsewhere.example/').why).toContain('https://elsewhere.example/')
  })
})
