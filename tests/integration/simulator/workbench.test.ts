import { randomUUID } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { verifySignature } from '@vonage/jwt'
import { expect, it } from 'vitest'
import { createApiToken } from '#electron/vonage/api-token.ts'
import { usualSimulatorSettings } from '#shared/simulator.ts'
import { usualTarget } from '#shared/target.ts'
import { rsaPair } from '../../support/keys.ts'
import { capture } from '../../support/local-server.ts'
import { type OpenWorkbench, openWorkbench } from '../../support/open-workbench.ts'
import { profileInput, set } from '../../support/profile-input.ts'
import { post } from '../../support/simulator.ts'
import { tempFolder } from '../../support/temp-folder.ts'
import { until } from '../../support/turn.ts'

const HELLO = { type: 'text', text: 'Hello' } as const

async function simulatorOf(workbench: OpenWorkbench) {
  const { simulator } = await workbench.state()
  if (simulator.state !== 'running') throw new Error('The simulator is not running.')
  return simulator
}

it('keeps the format that an earlier version was set to, and what is set now', async () => {
  const folder = tempFolder()
  const path = join(folder, 'settings.json')
  writeFileSync(path, JSON.stringify({ simulatorCallbackVersion: 'v0.1' }))
  const first = await openWorkbench({ dataFolder: folder })
  expect((await simulatorOf(first)).settings).toEqual({ ...usualSimulatorSettings, callbackVersion: 'v0.1' })
  const settings = {
    ...usualSimulatorSettings,
    callbackVersion: 'v0.1',
    retryTrigger: 'off',
    statusSequence: { kind: 'delayed', delayMs: 10 },
  } as const
  await first.client.saveSimulatorSettings(settings)
  const { psid } = await first.client.saveSimulatedPerson({ psid: null, name: 'Noor' })
  await first.client.removeSimulatedPerson({ psid: '6418203957741120' })
  await first.close()
  expect(JSON.parse(readFileSync(path, 'utf8'))).not.toHaveProperty('simulatorCallbackVersion')
  const again = await simulatorOf(await openWorkbench({ dataFolder: folder }))
  expect(again.settings).toEqual(settings)
  expect(again.people.map((person) => person.psid)).toEqual(['7290541836620375', '5836017429913468', psid])
})

it('has the usual Page until another is set, which must be a number', async () => {
  const folder = tempFolder()
  const { pageId, ...earlier } = usualSimulatorSettings
  writeFileSync(join(folder, 'settings.json'), JSON.stringify({ simulator: earlier }))
  const workbench = await openWorkbench({ dataFolder: folder })
  expect((await workbench.state()).notices).toEqual([])
  expect((await simulatorOf(workbench)).settings.pageId).toBe(pageId)
  for (const wrong of ['', '1234', '1'.repeat(26), '12345x']) {
    await expect(
      workbench.client.saveSimulatorSettings({ ...usualSimulatorSettings, pageId: wrong }),
    ).rejects.toMatchObject({ explanation: { code: 'BAD_INPUT' } })
  }
  await workbench.client.saveSimulatorSettings({ ...usualSimulatorSettings, pageId: '123456' })
  expect((await simulatorOf(workbench)).settings.pageId).toBe('123456')
})

it('shows in the chat what one’s own server made of a message that was passed on', async () => {
  const server = await capture((_, response) => response.writeHead(500).end())
  const { client, state } = await openWorkbench()
  const { id: targetId } = await client.saveTarget({ ...usualTarget, id: null, baseUrl: server.origin })
  const { settings } = (await state()).forward
  await client.saveForwardSettings({ ...settings, isOn: true, targetId })
  await client.simulateInbound({ psid: null, message: HELLO, version: null, fault: null })
  const progress = async () => (await client.chat({})).bubbles[0]?.progress ?? []
  await until(async () => (await progress()).length === 2)
  expect((await progress()).map(({ word, isTrouble }) => [word, isTrouble])).toEqual(
    expect.arrayContaining([
      ['answered 200', false],
      ['My server answered 500', true],
    ]),
  )
})

it('is the Vonage of the profile in use for the developer’s own server', async () => {
  const server = await capture((_, response) => response.end())
  const workbench = await openWorkbench()
  const { client } = workbench
  const { pkcs8, privateKey } = rsaPair()
  const secret = 'the-signature-secret-of-the-shop'
  const input = profileInput({
    name: 'Shop',
    baseUrl: { kind: 'simulator' },
    secrets: { privateKey: set(pkcs8), signatureSecret: set(secret) },
  })
  const { id } = await client.saveProfile(input)
  await client.activateProfile({ id })
  const target = await client.saveTarget({ ...usualTarget, id: null, baseUrl: server.origin })
  await client.saveSimulatorSettings({
    ...usualSimulatorSettings,
    destination: { kind: 'target', targetId: target.id },
  })
  const simulator = await simulatorOf(workbench)
  expect(simulator.signsAs).toBe('Shop')

  const heard: string[] = []
  const leave = new AbortController()
  const listening = (async () => {
    for await (const event of client.chatEvents({}, { signal: leave.signal })) heard.push(event.kind)
  })()
  await until(() => heard.length === 1)
  await client.simulateInbound({ psid: null, message: HELLO, version: null, fault: null })
  const { applicationId } = input.profile
  const key = { key: privateKey, applicationId }
  const { token } = await createApiToken(key, { nowMs: () => Date.now(), newUuid: randomUUID })
  const reply = { channel: 'messenger', message_type: 'text', text: 'Hi!', from: simulator.settings.pageId }
  const to = simulator.people[0]?.psid
  const url = `${workbench.urls.simulator}/v1/messages`
  const answer = await post(url, { ...reply, to }, { authorization: `Bearer ${token}` })
  expect(answer.status).toBe(202)

  const received = await server.until(4)
  expect(received.map((one) => one.url)).toEqual([
    usualTarget.inboundPath,
    ...Array.from({ length: 3 }, () => usualTarget.statusPath),
  ])
  for (const { headers } of received) {
    expect(verifySignature((headers.authorization ?? '').replace('Bearer ', ''), secret)).toBe(true)
  }
  // The message and its answer, the reply and its three statuses.
  await until(() => heard.length === 7)
  expect(heard).toEqual(['reset', ...Array.from({ length: 6 }, () => 'bubble')])
  expect((await client.chat({})).bubbles.map(({ from }) => from)).toEqual(['person', 'server'])
  await client.clearChat({})
  expect((await client.chat({})).bubbles).toEqual([])
  leave.abort()
  await listening.catch(() => undefined)
  expect(workbench.heard.join()).not.toContain(secret)
})

it('goes on when its target is deleted, and says so', async () => {
  const workbench = await openWorkbench()
  const { client } = workbench
  const target = await client.saveTarget({ ...usualTarget, id: null, baseUrl: 'http://127.0.0.1:9' })
  const destination = { kind: 'target', targetId: target.id } as const
  await client.saveSimulatorSettings({ ...usualSimulatorSettings, destination })
  await client.setRetryClock({ speed: 0 })
  await client.deleteTarget({ id: target.id })
  await client.simulateInbound({ psid: null, message: HELLO, version: null, fault: 'duplicate' })
  await until(async () => (await simulatorOf(workbench)).retryClock.dueCount === 1)
  const { deliveries, retryClock } = await simulatorOf(workbench)
  expect(deliveries).toMatchObject([
    {
      fault: 'duplicate',
      attempt: 1,
      result: { kind: 'failed', reason: expect.stringContaining('target is not there') },
    },
  ])
  expect(retryClock).toMatchObject({ speed: 0, dueCount: 1 })
  await client.dropRetries({})
  await until(async () => (await simulatorOf(workbench)).retryClock.dueCount === 0)
})

it('tells the listener’s answer to a faulty callback only where it shows', async () => {
  const workbench = await openWorkbench()
  await workbench.client.simulateInbound({ psid: null, message: HELLO, version: null, fault: 'wrong-secret' })
  await until(async () => (await workbench.rows()).length === 1)
  const [row] = await workbench.rows()
  expect(row?.signature).toBe('invalid')
})
