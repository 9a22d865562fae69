/** Sender and target of mirror-latency.ts, in a thread of their own as they would be in processes of their own. */
import { Agent, createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parentPort } from 'node:worker_threads'

export type Load = { readonly inbound: string; readonly rounds: number }
export type Measured = Readonly<Record<'plain' | 'mirrored' | 'direct', readonly number[]>>

const WARM_UP = 200

const target = createServer((incoming, response) => {
  incoming.resume().on('end', () => response.writeHead(201, { 'content-type': 'text/plain' }).end('done'))
})
await new Promise<void>((resolve) => target.listen(0, '127.0.0.1', resolve))
const origin = `http://127.0.0.1:${portOf(target.address())}`

parentPort?.once('message', async (load: Load) => {
  parentPort?.postMessage(await measure(load))
  target.close()
  parentPort?.close()
})
parentPort?.postMessage(origin)

async function measure({ inbound, rounds }: Load): Promise<Measured> {
  const keptAlive = new Agent({ keepAlive: true, maxSockets: 1 })
  const times = { plain: [] as number[], mirrored: [] as number[], direct: [] as number[] }
  for (let round = -WARM_UP; round < rounds; round += 1) {
    const plain = await timed(inbound, keptAlive, `plain-${round}`, 200)
    const mirrored = await timed(inbound, keptAlive, `mirror-me-${round}`, 201)
    // On a connection of its own, as the app makes one for each callback.
    const direct = await timed(origin, false, `mirror-me-${round}`, 201)
    if (round < 0) continue
    times.plain.push(plain)
    times.mirrored.push(mirrored)
    times.direct.push(direct)
  }
  keptAlive.destroy()
  return times
}

/** Milliseconds from the start of a request to the end of its answer. */
function timed(url: string, agent: Agent | false, uuid: string, expected: number): Promise<number> {
  const body = JSON.stringify({ message_uuid: uuid, message_type: 'text', text: 'hi', from: '1', to: '2' })
  const startedAtMs = performance.now()
  return new Promise((resolve, reject) => {
    const sending = request(url, { method: 'POST', agent }, (response) => {
      if (response.statusCode !== expected) reject(new Error(`answered ${response.statusCode}`))
      response.resume().on('end', () => resolve(performance.now() - startedAtMs))
    })
    sending.on('error', reject)
    sending.end(body)
  })
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('no TCP address')
  return address.port
}
