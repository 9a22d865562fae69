import { expect, test } from 'vitest'
import type { TunnelState } from '#shared/tunnel.ts'
import { openNgrok, openNgrokWorkbench } from '../../support/ngrok-workbench.ts'
import { sendPublic } from '../../support/send-public.ts'
import { until } from '../../support/turn.ts'

/** What a person is told of a state besides its name. */
const told = (states: readonly TunnelState[]) =>
  states.flatMap((state) =>
    'explanation' in state && state.explanation !== undefined ? [state.explanation.code] : [],
  )

test('the session is dropped: the page sees every state, and the address is the same again', async () => {
  const service = await openNgrok()
  const workbench = await openNgrokWorkbench(service)
  await workbench.client.startTunnel({})
  const { url } = await workbench.reached('online')
  service.dropSessions()
  await workbench.reached('reconnecting')
  expect(await workbench.reached('online')).toMatchObject({ url })
  expect(workbench.names()).toEqual([
    'off',
    'starting',
    'checking',
    'online',
    'reconnecting',
    'checking',
    'online',
  ])
  expect(await sendPublic(`${url}/webhooks/inbound-message`, { body: '{}' })).toBe(200)
})

test('the service is away for longer than the SDK waits: online again soon after it is back, at the same address', async () => {
  const service = await openNgrok()
  const workbench = await openNgrokWorkbench(service)
  await workbench.client.startTunnel({})
  const { url } = await workbench.reached('online')
  await service.stopListening()
  await workbench.reached('reconnecting')
  // Several attempts of a new agent have failed by then.
  await until(() => workbench.states.some((state) => 'attempt' in state && state.attempt >= 4))
  expect(told(workbench.states)).toContain('TUNNEL_UNREACHABLE')
  await service.startListening()
  expect(await workbench.reached('online')).toMatchObject({ url })
  expect(service.sessionCount()).toBe(1)
  expect((await workbench.state()).notices).toEqual([])
})

test('an address that is not given again is replaced, and the person is told', async () => {
  const service = await openNgrok()
  const workbench = await openNgrokWorkbench(service)
  await workbench.client.startTunnel({})
  const { url } = await workbench.reached('online')
  service.rules.domains = []
  await service.stopListening()
  await workbench.reached('reconnecting')
  await until(() => workbench.states.some((state) => 'attempt' in state && state.attempt >= 2))
  await service.startListening()
  const again = await workbench.reached('online')
  expect(again.url).not.toBe(url)
  const [notice] = (await workbench.state()).notices
  expect(notice?.explanation).toMatchObject({
    code: 'TUNNEL_NEW_ADDRESS',
    what: expect.stringContaining(again.url),
  })
})

test('the service takes the connection and never answers: failed with the reason, stopped at once, started later', async () => {
  const service = await openNgrok({ access: 'never-answer' })
  const workbench = await openNgrokWorkbench(service)
  await workbench.client.startTunnel({})
  const failed = await workbench.reached('failed')
  expect(failed).toMatchObject({
    code: 'TUNNEL_TIMEOUT',
    explanation: { why: expect.stringContaining('said nothing') },
  })
  await workbench.client.stopTunnel({})
  await workbench.reached('off')
  service.rules.access = 'accept'
  await workbench.client.startTunnel({})
  await workbench.reached('online')
  expect(workbench.names()).toEqual(['off', 'starting', 'failed', 'off', 'starting', 'checking', 'online'])
})

test('stopped while the service cannot be reached: nothing reaches the listener when it is back', async () => {
  const service = await openNgrok()
  const workbench = await openNgrokWorkbench(service)
  await workbench.client.startTunnel({})
  const { url } = await workbench.reached('online')
  await service.stopListening()
  await workbench.reached('reconnecting')
  await workbench.client.stopTunnel({})
  const connections = service.connectionCount()
  await service.startListening()
  expect(await sendPublic(`${url}/webhooks/inbound-message`, { body: '{}' })).toBe(404)
  // A second workbench is online by the time the first one would have come back.
  const other = await openNgrokWorkbench(service)
  await other.client.startTunnel({})
  await other.reached('online')
  expect(service.connectionCount()).toBe(connections + 1)
  expect(await workbench.rows()).toEqual([])
})

test('the page of a network answers instead of the listener: not online, and the person is told to log in', async () => {
  const service = await openNgrok({ portalPage: '<html>Log in</html>' })
  const workbench = await openNgrokWorkbench(service)
  await workbench.client.startTunnel({})
  expect(await workbench.reached('failed')).toMatchObject({ code: 'TUNNEL_PORTAL' })
  expect(workbench.names()).not.toContain('online')
  service.rules.portalPage = null
  await workbench.client.tryTunnelNow({})
  await workbench.reached('online')
})
