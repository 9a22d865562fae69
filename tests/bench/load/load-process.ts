/** The process that sends the load: on a core of its own, so that the server under test has the other. */
import { setTimeout as delay } from 'node:timers/promises'
import { percentile } from '../statistics.ts'
import { driveConnection } from './connection.ts'
import { LoadOrder, type LoadResult } from './load-messages.ts'
import { type SignedRequest, signedRequests } from './signed-requests.ts'

type Fire = Extract<LoadOrder, { do: 'fire' }>

let requests: readonly SignedRequest[] = []
let nextIndex = 0

process.on('message', async (message) => {
  const order = LoadOrder.parse(message)
  if (order.do === 'prepare') {
    requests = await signedRequests(order.count, order.signer)
    process.send?.({ prepared: requests.length })
    return
  }
  process.send?.(order.perSecond === null ? await fireAll(order) : await firePaced(order, order.perSecond))
})

/** Made before the clock runs: what the load costs to send is taken from the server under test. */
function bytesOfAll({ port, path }: Fire): readonly Buffer[] {
  return requests.map(({ headers, body }) =>
    Buffer.concat([Buffer.from(`POST ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\n${headers}\r\n`), body]),
  )
}

/** The next request's bytes, in turn and again from the first. */
function supply(order: Fire): () => Buffer {
  const all = bytesOfAll(order)
  return () => {
    const bytes = all[nextIndex % all.length]
    nextIndex += 1
    if (bytes === undefined) throw new Error('Nothing was prepared.')
    return bytes
  }
}

/** Every connection sends its next request as soon as the last one is answered. */
async function fireAll(order: Fire): Promise<LoadResult> {
  const nextBytes = supply(order)
  const endsAtMs = performance.now() + order.durationMs
  const counted = counter()
  const next = () => (performance.now() < endsAtMs ? nextBytes() : null)
  const connections = Array.from({ length: order.connections }, () =>
    driveConnection({ port: order.port, next, onAnswer: counted.add }),
  )
  await Promise.all(connections)
  return counted.result()
}

/** Evenly over the time, on as many connections as are free. */
async function firePaced(order: Fire, perSecond: number): Promise<LoadResult> {
  const nextBytes = supply(order)
  const startedAtMs = performance.now()
  const counted = counter()
  let sent = 0
  const next = async (): Promise<Buffer | null> => {
    const dueAtMs = startedAtMs + (sent * 1_000) / perSecond
    sent += 1
    if (dueAtMs - startedAtMs >= order.durationMs) return null
    const waitMs = dueAtMs - performance.now()
    if (waitMs > 0) await delay(waitMs)
    return nextBytes()
  }
  await Promise.all(
    Array.from({ length: order.connections }, () =>
      driveConnection({ port: order.port, next, onAnswer: counted.add }),
    ),
  )
  return counted.result()
}

function counter() {
  const startedAtMs = performance.now()
  const tookMs: number[] = []
  let refused = 0
  return {
    add(httpStatus: number, ms: number) {
      if (httpStatus === 200) tookMs.push(ms)
      else refused += 1
    },
    result: (): LoadResult => ({
      answered: tookMs.length,
      refused,
      perSecond: (tookMs.length * 1_000) / (performance.now() - startedAtMs),
      p50Ms: percentile(tookMs, 0.5),
      p99Ms: percentile(tookMs, 0.99),
    }),
  }
}
