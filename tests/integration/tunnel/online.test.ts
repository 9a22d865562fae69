import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { openNgrok, openNgrokWorkbench } from '../../support/ngrok-workbench.ts'
import { capturedBytes } from '../../support/open-workbench.ts'
import { sendPublic } from '../../support/send-public.ts'
import { until } from '../../support/turn.ts'

const MIB = 1024 * 1024

const inbound = (uuid: string) =>
  JSON.stringify({ message_uuid: uuid, message_type: 'text', text: 'hi', from: '2', to: '3' })

async function openOnline() {
  const service = await openNgrok()
  const workbench = await openNgrokWorkbench(service)
  await workbench.client.startTunnel({})
  const { url } = await workbench.reached('online')
  const { tunnel } = await workbench.state()
  if (tunnel.addresses === null) throw new Error('no public address')
  return { ...workbench, service, url, addresses: tunnel.addresses }
}

test('a callback sent to the public address is listed, and the test of the address is not', async () => {
  const { addresses, rows, names, url } = await openOnline()
  expect(names()).toEqual(['off', 'starting', 'checking', 'online'])
  expect(addresses).toEqual({
    inboundUrl: `${url}/webhooks/inbound-message`,
    statusUrl: `${url}/webhooks/message-status`,
  })
  expect(await sendPublic(addresses.inboundUrl, { body: inbound('one') })).toBe(200)
  await until(async () => (await rows()).length === 1)
  expect(await rows()).toMatchObject([{ kind: 'inbound', messageUuid: 'one' }])
})

test('only the webhooks are public: everything else is 404 and captured as other', async () => {
  const { url, rows } = await openOnline()
  for (const path of ['/', '/contract', '/v1/messages', '/.workbench-self-test/guess']) {
    expect(await sendPublic(url + path, { method: 'GET' })).toBe(404)
  }
  await until(async () => (await rows()).length === 4)
  expect((await rows()).every(({ kind }) => kind === 'other')).toBe(true)
})

test('300 requests at once and a body of 1 MiB come through unchanged', async () => {
  const { addresses, rows, ...workbench } = await openOnline()
  const ids = Array.from({ length: 300 }, (_, index) => `m${index}`)
  const answers = await Promise.all(ids.map((id) => sendPublic(addresses.inboundUrl, { body: inbound(id) })))
  expect(answers.every((status) => status === 200)).toBe(true)
  await until(async () => (await rows()).length === 300)
  expect(new Set((await rows()).map(({ messageUuid }) => messageUuid))).toEqual(new Set(ids))

  const body = randomBytes(MIB)
  expect(await sendPublic(addresses.statusUrl, { body })).toBe(200)
  await until(async () => (await rows())[0]?.kind === 'other')
  const [row] = await rows()
  expect((await capturedBytes(workbench, row?.seq ?? 0)).equals(body)).toBe(true)
})
