import { expect, test } from 'vitest'
import { defaultTunnelSettings, type TunnelSettings } from '#shared/tunnel.ts'
import { closedOrigin, serve } from '../../support/local-server.ts'
import { GOOD_TOKEN, openNgrok, openNgrokWorkbench, watchTunnel } from '../../support/ngrok-workbench.ts'
import { openWorkbench } from '../../support/open-workbench.ts'
import { sendPublic } from '../../support/send-public.ts'
import { until } from '../../support/turn.ts'

const KEEP = { do: 'keep' } as const

async function openWith(settings: Partial<TunnelSettings>) {
  const workbench = await openWorkbench()
  await workbench.client.saveTunnelSettings({
    settings: { ...defaultTunnelSettings, ...settings },
    authtoken: KEEP,
  })
  return { ...workbench, ...watchTunnel(workbench) }
}

test('with a secret path only who knows it gets through the tunnel; the rest is 404 and listed as other', async () => {
  const service = await openNgrok()
  const workbench = await openNgrokWorkbench(service, { settings: { usesSecretSegment: true } })
  await workbench.client.startTunnel({})
  const { url } = await workbench.reached('online')
  const addresses = (await workbench.state()).tunnel.addresses
  expect(addresses?.inboundUrl).toMatch(/\/webhooks\/[\w-]{16}\/inbound-message$/)
  expect(await sendPublic(addresses?.inboundUrl ?? '', { body: '{}' })).toBe(200)
  expect(await sendPublic(`${url}/webhooks/inbound-message`, { body: '{}' })).toBe(404)
  expect((await fetch(workbench.urls.inbound, { method: 'POST', body: '{}' })).status).toBe(200)
  await until(async () => (await workbench.rows()).length === 3)
  expect((await workbench.rows()).filter(({ type }) => type === 'other-path')).toHaveLength(1)
})

test('the secret path is the same after a restart', async () => {
  const first = await openWith({
    usesSecretSegment: true,
    driver: 'pasted-url',
    pastedUrl: await closedOrigin(),
  })
  await first.client.startTunnel({})
  await first.reached('checking')
  const before = (await first.state()).tunnel.addresses
  await first.close()
  const again = await openWorkbench({ dataFolder: first.dataFolder })
  const { reached } = watchTunnel(again)
  await again.client.startTunnel({})
  await reached('checking')
  expect(before).not.toBeNull()
  expect((await again.state()).tunnel.addresses).toEqual(before)
})

test('an address of somebody else’s tunnel is online once it leads here', async () => {
  const workbench = await openWith({})
  const settings: TunnelSettings = {
    ...defaultTunnelSettings,
    driver: 'pasted-url',
    pastedUrl: `http://127.0.0.1:${workbench.port}/`,
  }
  await workbench.client.saveTunnelSettings({ settings, authtoken: KEEP })
  await workbench.client.startTunnel({})
  await workbench.reached('online')
  expect((await workbench.state()).tunnel.addresses?.inboundUrl).toBe(workbench.urls.inbound)
})

test('one that leads elsewhere is not', async () => {
  const pastedUrl = await serve((_request, response) => response.end('Hello'))
  const workbench = await openWith({ driver: 'pasted-url', pastedUrl })
  await workbench.client.startTunnel({})
  expect(await workbench.reached('failed')).toMatchObject({ code: 'TUNNEL_SELF_TEST' })
  await workbench.client.stopTunnel({})
  await workbench.reached('off')
})

test.each<[string, Partial<TunnelSettings>]>([
  ['no tunnel', {}],
  ['no address', { driver: 'pasted-url' }],
])('with %s chosen, starting says what is missing', async (_name, settings) => {
  const { client } = await openWith(settings)
  await expect(client.startTunnel({})).rejects.toMatchObject({
    explanation: { code: 'TUNNEL_NOT_SET_UP' },
  })
})

test('the listener moves to another port, and the tunnel with it', async () => {
  const service = await openNgrok()
  const workbench = await openNgrokWorkbench(service, { settings: { domain: 'ours.localhost' } })
  await workbench.client.startTunnel({})
  const { url } = await workbench.reached('online')
  await workbench.client.setListenerPort({ port: 0 })
  await until(() => workbench.names().filter((name) => name === 'online').length === 2)
  expect(await sendPublic(`${url}/webhooks/inbound-message`, { body: '{}' })).toBe(200)
})

test('saved while it runs, it is started again with the new settings', async () => {
  const service = await openNgrok()
  const workbench = await openNgrokWorkbench(service)
  await workbench.client.startTunnel({})
  await workbench.reached('online')
  const settings = { ...workbench.settings, domain: 'ours.localhost' }
  await workbench.client.saveTunnelSettings({ settings, authtoken: GOOD_TOKEN })
  await until(() => workbench.names().filter((name) => name === 'online').length === 2)
  expect(workbench.states.at(-1)).toMatchObject({ url: expect.stringContaining('//ours.localhost:') })
  expect(service.endpoints()).toHaveLength(1)
})
