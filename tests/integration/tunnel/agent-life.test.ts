import { join } from 'node:path'
import { expect, test } from 'vitest'
import WebSocket from 'ws'
import { contract } from '#shared/contract.ts'
import { createContractClient } from '../../../renderer/bridge/contract-client.ts'
import { createEars } from '../../support/links.ts'
import { GOOD_TOKEN, ngrokSettings, openNgrok } from '../../support/ngrok-workbench.ts'
import { tempFolder } from '../../support/temp-folder.ts'
import { startWorkbench } from '../../support/workbench-process.ts'

/** The page of a running workbench, as a browser opens it. */
async function openPage(address: string) {
  const entered = await fetch(address, { redirect: 'manual' })
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
  const { origin, host } = new URL(address)
  const socket = new WebSocket(`ws://${host}/contract`, { headers: { cookie, origin } })
  const { hear, tell, ...ears } = createEars()
  const client = createContractClient(contract, { send: (text) => socket.send(text), ...ears })
  socket.on('message', (data) => hear(String(data)))
  socket.on('close', () => tell('lost'))
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  tell('connected')
  return client
}

test.each(['SIGKILL', 'SIGTERM'] as const)('after %s to the app no agent is left', async (signal) => {
  const service = await openNgrok()
  const { addresses, kill, ended } = await startWorkbench(join(tempFolder(), 'data'))
  const client = await openPage(addresses.workbench)
  await client.saveTunnelSettings({ settings: ngrokSettings(service), authtoken: GOOD_TOKEN })
  await client.startTunnel({})
  await service.when(() => service.endpoints().length === 1)
  kill(signal)
  await ended
  // The system closes the connection of an agent that is gone; one that lives would keep it, and come back.
  await service.when(() => service.sessionCount() === 0)
  expect(service.connectionCount()).toBe(1)
})
