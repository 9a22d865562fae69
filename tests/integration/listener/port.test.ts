import { expect, test } from 'vitest'
import { openWorkbench } from '../../support/open-workbench.ts'
import { rawConnection } from '../../support/raw-http.ts'
import { takenPort } from '../../support/taken-port.ts'

test('a taken port is passed over, and both the wanted and the used one are told', async () => {
  const wanted = await takenPort()
  const workbench = await openWorkbench({ listenerPort: wanted })
  const { listener } = await workbench.state()
  expect(listener).toMatchObject({ state: 'listening', wantedPort: wanted, port: workbench.port })
  expect(workbench.port).toBeGreaterThan(wanted)
  expect((await fetch(workbench.urls.inbound, { method: 'POST', body: '{}' })).status).toBe(200)
})

test('moving the listener closes the old port and opens the new one', async () => {
  const workbench = await openWorkbench()
  await workbench.client.setListenerPort({ port: 0 })
  const { listener } = await workbench.state()
  if (listener.state !== 'listening') throw new Error('not listening')
  expect((await fetch(listener.inboundUrl, { method: 'POST', body: '{}' })).status).toBe(200)
  if (listener.port !== workbench.port) await expect(rawConnection(workbench.port)).rejects.toThrow()
})

test('a port that cannot be had leaves the workbench usable, and another port brings the listener back', async () => {
  // The last port there is: behind it there is no next one to try.
  await takenPort(65_535)
  const workbench = await openWorkbench()
  await workbench.client.setListenerPort({ port: 65_535 })
  expect((await workbench.state()).listener).toMatchObject({
    state: 'failed',
    error: { code: 'PORT_UNAVAILABLE' },
  })
  await expect(
    workbench.client.simulateInbound({
      psid: null,
      message: { type: 'text', text: 'hi' },
      version: null,
      fault: null,
    }),
  ).rejects.toMatchObject({
    explanation: { code: 'LISTENER_NOT_RUNNING' },
  })
  await workbench.client.setListenerPort({ port: 0 })
  expect((await workbench.state()).listener.state).toBe('listening')
})
