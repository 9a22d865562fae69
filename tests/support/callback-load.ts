import { randomBytes } from 'node:crypto'
import { Agent, request } from 'node:http'

export type Acknowledged = ReadonlyMap<string, Buffer>

type Load = {
  readonly url: string
  readonly total: number
  readonly connections: number
  readonly onAcknowledged: (count: number) => void
}

/**
 * POSTs callbacks over so many connections until all are answered or the receiver is gone. Resolves with the bodies,
 * by message_uuid, of those that were answered 200.
 */
export async function postCallbacks({
  url,
  total,
  connections,
  onAcknowledged,
}: Load): Promise<Acknowledged> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const acknowledged = new Map<string, Buffer>()
  let next = 0
  const postSome = async () => {
    while (next < total) {
      next += 1
      const messageUuid = `m${next}`
      const body = callbackBody(messageUuid)
      if ((await post(agent, url, body)) !== 200) return
      acknowledged.set(messageUuid, body)
      onAcknowledged(acknowledged.size)
    }
  }
  await Promise.all(Array.from({ length: connections }, postSome))
  agent.destroy()
  return acknowledged
}

/** No two alike, of different sizes. */
function callbackBody(messageUuid: string): Buffer {
  const text = randomBytes(Math.floor(Math.random() * 2_000)).toString('base64')
  return Buffer.from(
    JSON.stringify({ message_uuid: messageUuid, message_type: 'text', text, from: '1', to: '2' }),
  )
}

function post(agent: Agent, url: string, body: Buffer): Promise<number | undefined> {
  return new Promise((resolve) => {
    const sending = request(url, { method: 'POST', agent }, (response) => {
      response.resume().on('close', () => resolve(response.complete ? response.statusCode : undefined))
    })
    sending.on('error', () => resolve(undefined))
    sending.end(body)
  })
}
