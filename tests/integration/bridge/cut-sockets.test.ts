import { createServer } from 'node:http'
import fc from 'fast-check'
import { expect, onTestFinished, test, vi } from 'vitest'
import { listenOnLoopback } from '#electron/loopback/listen-on-loopback.ts'
import { acceptPages } from '#electron/web/accept-pages.ts'
import type { Connection } from '../../../renderer/bridge/connection.ts'
import { createContractClient } from '../../../renderer/bridge/contract-client.ts'
import { openWebSocketConnection } from '../../../renderer/bridge/websocket-connection.ts'
import { openCuttingProxy } from '../../support/cutting-proxy.ts'
import { socketConnection } from '../../support/links.ts'
import { recordedLog } from '../../support/recorded-log.ts'
import { toyContract, toyServices } from '../../support/toy-contract.ts'
import { turns } from '../../support/turn.ts'

async function openServices() {
  const services = toyServices()
  const server = createServer()
  const pages = acceptPages(server, {
    mayConnect: () => true,
    contract: toyContract,
    handlers: services.handlers,
    log: recordedLog().log,
  })
  const port = await listenOnLoopback(server, 0)
  return {
    ...services,
    port,
    close() {
      pages.dispose()
      server.close()
      server.closeAllConnections()
    },
  }
}

/** Publishes 1, 2, 3 ... in bursts once the page listens, and gives back everything the page read. */
async function readThrough(
  connection: Connection,
  services: Awaited<ReturnType<typeof openServices>>,
  bursts: readonly number[],
) {
  const client = createContractClient(toyContract, connection)
  const total = bursts.reduce((sum, size) => sum + size, 0)
  const read: unknown[] = []
  const publish = async () => {
    let n = 0
    for (const size of bursts) {
      for (let left = size; left > 0; left -= 1) services.feed.publish({ kind: 'number', n: ++n })
      await turns(3)
    }
  }
  let publishing = Promise.resolve()
  for await (const event of client.numbers({}, { signal: new AbortController().signal })) {
    read.push(event.kind === 'reset' ? 'reset' : event.n)
    if (event.kind === 'reset') publishing = publish()
    if (read.length >= total + 1) break
    if (read.length % 7 === 0) await turns(1)
  }
  await publishing
  return { read, expected: ['reset', ...Array.from({ length: total }, (_, index) => index + 1)] }
}

/** A page that comes back at once, again and again. */
function comeBackAtOnce(port: number) {
  const { connection, connect } = socketConnection(`ws://127.0.0.1:${port}/contract`)
  let isOver = false
  const open = () => {
    if (isOver) return
    connect().addEventListener('close', () => setImmediate(open))
  }
  setImmediate(open)
  return {
    connection,
    stop() {
      isOver = true
    },
  }
}

test('no event is lost and none comes twice, wherever in the traffic the sockets are cut', async () => {
  let cutsSeen = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 6_000 }), { maxLength: 8 }),
      fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 4, maxLength: 20 }),
      async (budgets, bursts) => {
        const services = await openServices()
        const proxy = await openCuttingProxy(services.port, budgets)
        const page = comeBackAtOnce(proxy.port)
        try {
          const { read, expected } = await readThrough(page.connection, services, bursts)
          expect(read).toEqual(expected)
          cutsSeen += proxy.cuts()
        } finally {
          page.stop()
          proxy.close()
          services.close()
        }
      },
    ),
    { numRuns: 40 },
  )
  expect(cutsSeen).toBeGreaterThan(20)
}, 60_000)

test("the page's own WebSocket comes back by itself and goes on", async () => {
  const services = await openServices()
  const proxy = await openCuttingProxy(services.port, [1_000, 40, 2_000])
  onTestFinished(() => {
    // Its page never closes it, so the test does: nothing may go on connecting behind it.
    vi.stubGlobal('WebSocket', class {})
    proxy.close()
    services.close()
  })
  const states: string[] = []
  const connection = openWebSocketConnection(`ws://127.0.0.1:${proxy.port}/contract`)
  connection.onState((state) => states.push(state))
  const { read, expected } = await readThrough(connection, services, [30, 30, 30])
  expect(read).toEqual(expected)
  expect(states).toEqual(['connected', 'lost', 'connected', 'lost', 'connected'])
})
