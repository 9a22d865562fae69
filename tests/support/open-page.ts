import WebSocket from 'ws'
import { contract } from '#shared/contract.ts'
import { createContractClient } from '../../renderer/bridge/contract-client.ts'
import { createEars } from './links.ts'
import type { Addresses } from './workbench-process.ts'

/** Enters the page as a browser does and speaks to the services through its socket. */
export async function openPage({ workbench }: Addresses) {
  const entered = await fetch(workbench, { redirect: 'manual' })
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
  const { origin, host } = new URL(workbench)
  const socket = new WebSocket(`ws://${host}/contract`, { headers: { cookie, origin } })
  const { hear, tell, ...ears } = createEars()
  const client = createContractClient(contract, { send: (text) => socket.send(text), ...ears })
  socket.on('message', (data) => hear(String(data)))
  socket.on('close', () => tell('lost'))
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  tell('connected')
  return { client, cookie, origin, closed: new Promise((resolve) => socket.once('close', resolve)) }
}
