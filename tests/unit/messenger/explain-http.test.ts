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

  it('of a 2xx without message_uuid does not call it refused', () => {
    expect(explained(202, '').what).toBe('The server answered 202, but without a message_uuid.')
  })

  it('of a redirect shows where it points', () => {
    expect(explained(307, '', 'https://elsewhere.example/').why).toContain('https://elsewhere.example/')
  })
})
