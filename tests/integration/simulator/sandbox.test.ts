import { expect, it } from 'vitest'
import { SEEDED_PEOPLE } from '#electron/simulator/people.ts'
import { type SandboxRules, type SimulatedPerson, usualSimulatorSettings } from '#shared/simulator.ts'
import { createFakeClock } from '../../support/fake-clock.ts'
import { PAGE_ID } from '../../support/reply-draft.ts'
import { APPLICATION, post, startSimulator } from '../../support/simulator.ts'
import { until } from '../../support/turn.ts'

const [amara, linh] = SEEDED_PEOPLE
const HOUR_MS = 3_600_000
const BASIC = `Basic ${Buffer.from(`${APPLICATION.apiKey}:${APPLICATION.apiSecret}`).toString('base64')}`
const INSTANCE = expect.stringMatching(/^[0-9a-f]{32}$/)

type Addressed = { readonly to?: string; readonly messenger?: object }

function flat(text: string, to: string, messenger: object) {
  return { to, from: PAGE_ID, channel: 'messenger', message_type: 'text', text, messenger }
}

function nested(text: string, to: string, messenger: object) {
  const party = (id: string) => ({ type: 'messenger', id })
  return {
    to: party(to),
    from: party(PAGE_ID),
    message: { content: { type: 'text', text }, messenger },
  }
}

/** What outlives a run of the app, and the time. */
function outside() {
  let people: readonly SimulatedPerson[] = SEEDED_PEOPLE
  const stored = {
    stored: () => people,
    store: (next: readonly SimulatedPerson[]) => {
      people = next
    },
  }
  return { ...createFakeClock(), people: stored }
}

/** A simulator with these rules, on a clock of the test's. */
async function sandbox(rules: Partial<SandboxRules>, { clock, pass, people } = outside()) {
  const started = await startSimulator({
    ...{ clock, people },
    settings: { sandboxRules: { ...usualSimulatorSettings.sandboxRules, ...rules } },
  })
  const { url, receiver, simulator } = started
  return {
    ...{ pass, receiver },
    send: (version: 'v1' | 'v0.1', text = 'Hi', { to, messenger }: Addressed = {}) =>
      post(
        `${url}/${version}/messages`,
        (version === 'v1' ? flat : nested)(text, to ?? amara.psid, messenger ?? {}),
        {
          authorization: BASIC,
        },
      ),
    writes: () =>
      simulator.simulateInbound({
        psid: amara.psid,
        message: { type: 'text', text: 'Hi' },
        version: null,
        fault: null,
      }),
    /** How the last message ended: its one status that is read or rejected. */
    async outcome() {
      const before = receiver.received.length
      await pass(100)
      const end = () =>
        receiver.received
          .slice(before)
          .map(({ body }) => JSON.parse(body.toString('utf8')))
          .find(({ status }) => status === 'read' || status === 'rejected')
      await until(() => end() !== undefined)
      return end()
    },
  }
}

it('takes one message a second, in either version, and says so in its words', async () => {
  const { send, pass } = await sandbox({ isRateLimited: true })
  expect((await send('v1')).status).toBe(202)
  expect(await send('v1')).toMatchObject({
    status: 429,
    body: {
      type: 'https://developer.vonage.com/api-errors/messages#1000',
      title: 'Rate Limit Hit',
      detail: 'Please wait, then retry your request',
      instance: INSTANCE,
    },
  })
  expect(await send('v0.1')).toMatchObject({
    status: 429,
    body: {
      type: 'https://developer.nexmo.com/api-errors/messages-olympus#1000',
      title: 'Rate Limit Hit',
      detail: 'Please wait, then retry your request',
      instance: INSTANCE,
    },
  })
  await pass(999)
  expect((await send('v1')).status).toBe(429)
  await pass(1)
  expect((await send('v0.1')).status).toBe(202)
})

it('refuses a text of 641 characters, however they are written', async () => {
  const { send } = await sandbox({ isTextLimited: true })
  expect((await send('v1', '👋'.repeat(640))).status).toBe(202)
  expect((await send('v0.1', 'x'.repeat(640))).status).toBe(202)
  const long = await send('v1', '👋'.repeat(641))
  expect(long.status).toBe(422)
  expect(long.body).toEqual({
    type: 'https://developer.vonage.com/api-errors/messages#1150',
    title: 'Invalid params',
    detail: 'The value of one or more parameters is invalid.',
    instance: INSTANCE,
    invalid_parameters: [{ name: 'text', reason: 'must be a string of up to 640 characters.' }],
  })
  const old = await send('v0.1', 'x'.repeat(641))
  expect(old.status).toBe(400)
  expect(old.body).toEqual({
    type: 'https://www.nexmo.com/messages/Errors#InvalidParams',
    title: "Your request parameters didn't validate.",
    detail: 'Found errors validating 1 of your submitted parameters.',
    instance: INSTANCE,
    invalid_parameters: [
      { name: 'message.content.text', reason: 'must be a string of up to 640 characters.' },
    ],
  })
})

it('accepts a message to somebody who is not on the list, then rejects it with 1160', async () => {
  const { send, outcome } = await sandbox({ allowedPsids: [linh.psid] })
  expect((await send('v1')).status).toBe(202)
  expect(await outcome()).toMatchObject({
    status: 'rejected',
    error: {
      type: 'https://developer.vonage.com/api-errors/messages#1160',
      title: '1160',
      detail: expect.stringMatching(/^Non White-listed Destination - /),
    },
  })
  await send('v0.1', 'Hi', { to: linh.psid })
  expect(await outcome()).not.toHaveProperty('error')
})

it('accepts a message outside of the 24 hours, then rejects it with 1340', async () => {
  const { send, writes, outcome, pass } = await sandbox({ hasWindow: true })
  expect((await send('v1')).status).toBe(202)
  expect(await outcome()).toMatchObject({
    status: 'rejected',
    error: {
      title: '1340',
      detail: 'Outside of the allowed window - This message is sent outside of allowed response window.',
    },
  })
  await writes()
  await pass(23 * HOUR_MS)
  await send('v1')
  expect(await outcome()).not.toHaveProperty('error')
  await pass(HOUR_MS)
  await send('v0.1')
  expect(await outcome()).toMatchObject({ status: 'rejected', error: { title: '1340' } })
})

it.each([
  ['CONFIRMED_EVENT_UPDATE', 25, true],
  ['HUMAN_AGENT', 25, true],
  ['HUMAN_AGENT', 24 * 7, false],
  ['SHIPPING_UPDATE', 25, false],
  ['whatever', 25, false],
])('lets tag %s out %i hours after the last message: %s', async (tag, hours, isPermitted) => {
  const { send, writes, outcome, pass } = await sandbox({ hasWindow: true })
  await writes()
  await pass(hours * HOUR_MS)
  for (const version of ['v1', 'v0.1'] as const) {
    await send(version, 'Hi', { messenger: { category: 'message_tag', tag } })
    const last: unknown = await outcome()
    if (isPermitted) expect(last).not.toHaveProperty('error')
    else expect(last).toMatchObject({ status: 'rejected', error: { title: '1340' } })
  }
})

it('knows after a restart who wrote when', async () => {
  const world = outside()
  const before = await sandbox({ hasWindow: true }, world)
  await before.writes()
  await before.pass(23 * HOUR_MS)
  const { send, outcome, pass } = await sandbox({ hasWindow: true }, world)
  await send('v1')
  expect(await outcome()).not.toHaveProperty('error')
  await pass(HOUR_MS)
  await send('v1')
  expect(await outcome()).toMatchObject({ status: 'rejected', error: { title: '1340' } })
})

it('lets a tag out only with its category', async () => {
  const { send, outcome } = await sandbox({ hasWindow: true })
  await send('v1', 'Hi', { messenger: { category: 'update', tag: 'ACCOUNT_UPDATE' } })
  expect(await outcome()).toMatchObject({ error: { title: '1340' } })
})

it('asks nothing of that unless told', async () => {
  const { send, outcome } = await sandbox({})
  expect((await send('v1', 'x'.repeat(641))).status).toBe(202)
  expect(await outcome()).not.toHaveProperty('error')
  expect((await send('v1')).status).toBe(202)
})
