import { expect, it } from 'vitest'
import { SEEDED_PEOPLE } from '#electron/simulator/people.ts'
import { systemClock } from '#electron/tunnel/clock.ts'
import { usualSimulatorSettings } from '#shared/simulator.ts'
import { PAGE_ID } from '../../support/reply-draft.ts'
import { APPLICATION, bearer, post, startSimulator } from '../../support/simulator.ts'

const [amara] = SEEDED_PEOPLE
const basic = (value: string) => `Basic ${Buffer.from(value).toString('base64')}`
const ACCOUNT = basic(`${APPLICATION.apiKey}:${APPLICATION.apiSecret}`)
const flat = {
  ...{ to: amara.psid, from: PAGE_ID, channel: 'messenger', message_type: 'text', text: 'Hi' },
}
const nested = {
  to: { type: 'messenger', id: amara.psid },
  from: { type: 'messenger', id: '7' },
  message: { content: { type: 'image', image: { url: 'https://shop.example/1.png' } } },
}

it('are listed with who asked, what for and what was answered, newest first', async () => {
  const { url, running } = await startSimulator()
  await post(`${url}/v1/messages`, flat, { authorization: await bearer() })
  await post(`${url}/v0.1/messages`, nested, { authorization: ACCOUNT })
  await post(`${url}/v1/messages?api_secret=hunter2`, { ...flat, from: 12 }, { authorization: ACCOUNT })
  await fetch(`${url}/v1/messages`)
  const [wrongMethod, ambiguous, refused, accepted] = running().requests
  expect(accepted).toMatchObject({
    ...{ method: 'POST', path: '/v1/messages', httpStatus: 202, refusal: null },
    ...{ who: { kind: 'application', id: APPLICATION.id }, to: amara.psid, messageType: 'text' },
    messageUuid: expect.stringMatching(/^[0-9a-f-]{36}$/),
  })
  expect(refused).toMatchObject({
    ...{ path: '/v0.1/messages', httpStatus: 400, messageUuid: null, messageType: 'image' },
    who: { kind: 'api-key', id: APPLICATION.apiKey },
    refusal: { detail: 'Found errors validating 1 of your submitted parameters. from.id is invalid.' },
  })
  expect(ambiguous).toMatchObject({
    path: '/v1/messages',
    httpStatus: 422,
    refusal: { title: 'Invalid sender' },
  })
  expect(wrongMethod).toMatchObject({ method: 'GET', httpStatus: 405, who: null, to: null })
  expect(JSON.stringify(running())).not.toContain('hunter2')
})

it('tell why credentials were turned away, and nothing that may be a secret', async () => {
  const { url, running } = await startSimulator()
  const wrong = [basic('an-api-secret:a1b2c3d4'), basic(`${APPLICATION.apiKey}:wrong`), 'Bearer nonsense', '']
  for (const authorization of wrong) {
    await post(`${url}/v1/messages`, flat, authorization === '' ? {} : { authorization })
  }
  const [none, nonsense, wrongSecret, swapped] = running().requests
  expect(swapped).toMatchObject({
    httpStatus: 401,
    who: null,
    refusal: { reason: 'The API key or secret is wrong.' },
  })
  expect(wrongSecret?.who).toEqual({ kind: 'api-key', id: APPLICATION.apiKey })
  expect(nonsense).toMatchObject({ who: null, refusal: { reason: 'The token is not a JWT.' } })
  expect(none).toMatchObject({ refusal: { title: 'Unauthorised', reason: null }, to: amara.psid })
  expect(JSON.stringify(running().requests)).not.toContain('an-api-secret')
})

it('are kept in a bounded number, each with a bounded text', async () => {
  const { url, running } = await startSimulator()
  const long = 'x'.repeat(5_000)
  for (let index = 0; index < 55; index += 1) {
    await post(`${url}/v1/messages/${long}`, { ...flat, to: long, message_type: long })
  }
  expect(running().requests).toHaveLength(50)
  expect(JSON.stringify(running().requests[0]).length).toBeLessThan(2_500)
})

it('that are refused and to somebody who is there are in the chat, with the refusal', async () => {
  const sandboxRules = { ...usualSimulatorSettings.sandboxRules, isRateLimited: true, isTextLimited: true }
  // On a busy machine the next message may well come a second later.
  const clock = { ...systemClock, nowMs: () => 1_000_000 }
  const { url, simulator } = await startSimulator({ settings: { sandboxRules }, clock })
  const send = (body: unknown, headers = {}) =>
    post(`${url}/v1/messages`, body, { authorization: ACCOUNT, ...headers })
  await send({ ...flat, text: 'x'.repeat(641) })
  await send({ ...flat, message_type: 'sticker' })
  await send(flat)
  await send({ ...flat, text: 'Too soon' })
  await send({ ...flat, to: '99999' })
  await send({ ...flat, text: 'from a page' }, { origin: 'https://evil.example' })
  await send('{')
  const bubbles = simulator.chat.all()
  expect(bubbles.map(({ from, psid }) => `${from} ${psid}`)).toEqual(
    Array.from({ length: 4 }, () => `server ${amara.psid}`),
  )
  expect(bubbles.map(({ progress }) => progress[0]?.word)).toEqual([
    'refused: 422 Invalid params',
    'refused: 422 Invalid message type',
    expect.not.stringContaining('refused'),
    'refused: 429 Rate Limit Hit',
  ])
  expect(bubbles[3]).toMatchObject({
    content: { type: 'text', text: 'Too soon' },
    progress: [{ isTrouble: true }],
  })
  expect(bubbles[1]?.content).toMatchObject({ type: 'custom', json: expect.stringContaining('sticker') })
})

it('are taken from the Page that the simulator is set to, which its callbacks are for', async () => {
  const { url, receiver, set, simulator } = await startSimulator()
  set({ pageId: '424242' })
  const authorization = ACCOUNT
  expect((await post(`${url}/v1/messages`, flat, { authorization })).status).toBe(422)
  expect((await post(`${url}/v1/messages`, { ...flat, from: '424242' }, { authorization })).status).toBe(202)
  const from = { type: 'messenger', id: '424242' }
  expect((await post(`${url}/v0.1/messages`, { ...nested, from }, { authorization })).status).toBe(202)
  await simulator.simulateInbound({
    ...{ psid: null, version: 'v1', fault: null },
    message: { type: 'text', text: 'Hello' },
  })
  const received = await receiver.until(7)
  const pages = received
    .map(({ body }) => JSON.parse(body.toString('utf8')))
    .map(({ from, to }) => [from, to])
  for (const pair of pages) expect(pair).toContain('424242')
})
