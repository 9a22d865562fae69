import { describe, expect, test } from 'vitest'
import { createContractClient } from '../../../renderer/bridge/contract-client.ts'
import { connected, pipeLink, type Serve, socketLink } from '../../support/links.ts'
import { type NumberEvent, toyContract, toyServices } from '../../support/toy-contract.ts'
import { turns, until } from '../../support/turn.ts'

/** The most events of a stream that may be on their way to a page or unread in it. */
const WINDOW = 32

async function open(serve: Serve, options: Parameters<typeof toyServices>[0] = {}) {
  let services = toyServices(options)
  const link = await serve(toyContract, () => services.handlers)
  const heard: { t: string; id: number; value?: unknown; cursor?: string }[] = []
  link.connection.onMessage((text) => heard.push(JSON.parse(text)))
  const client = createContractClient(toyContract, link.connection)
  await connected(link.connection)
  return {
    link,
    client,
    heard,
    services: () => services,
    restartServices: (again: Parameters<typeof toyServices>[0]) => {
      services = toyServices(again)
    },
    /** A message of a page that speaks the protocol by hand, and everything that follows before an answer to it. */
    say: (message: unknown) => link.connection.send(JSON.stringify(message)),
    answered: () => client.echo({ person: { name: 'Ana' } }),
    publish: (...numbers: readonly number[]) => {
      for (const n of numbers) services.feed.publish({ kind: 'number', n })
    },
  }
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

function reader(stream: AsyncIterable<NumberEvent>) {
  const iterator = stream[Symbol.asyncIterator]()
  return {
    /** The next `count` events: a number, or `reset`. */
    async read(count: number): Promise<readonly (number | 'reset')[]> {
      const read: (number | 'reset')[] = []
      while (read.length < count) {
        const { value, done } = await iterator.next()
        if (done) throw new Error('the stream ended')
        read.push(value.kind === 'reset' ? 'reset' : value.n)
      }
      return read
    },
  }
}

describe.each([
  ['a WebSocket', socketLink],
  ['the desktop pipe', pipeLink],
] as const)('streams over %s', (_name, serve) => {
  test('start with a reset and go on with what is published', async () => {
    const { client, publish } = await open(serve)
    publish(1, 2)
    const { read } = reader(client.numbers({}, { signal: new AbortController().signal }))
    expect(await read(1)).toEqual(['reset'])
    publish(3, 4)
    expect(await read(2)).toEqual([3, 4])
  })

  test('end at the page when their source ends', async () => {
    const { client } = await open(serve)
    const read: number[] = []
    for await (const { n } of client.two({}, { signal: new AbortController().signal })) read.push(n)
    expect(read).toEqual([1, 2])
  })

  test('whose event breaks the contract fail as a fault of the services', async () => {
    const { client, link } = await open(serve)
    const { signal } = new AbortController()
    const reading = client.wrongEvents({}, { signal })[Symbol.asyncIterator]().next()
    await expect(reading).rejects.toMatchObject({ explanation: { code: 'INTERNAL' } })
    expect(link.logLines.join()).toContain('A call failed.')
  })

  test('end in the services when the page stops reading', async () => {
    const { client, services } = await open(serve)
    for await (const { n } of client.endless({}, { signal: new AbortController().signal })) {
      if (n === 100) break
    }
    await until(() => services().seen.ended === 1)
    expect(services().seen.signals.map(({ aborted }) => aborted)).toEqual([true])
  })

  test('end in the services when the page aborts them, even while nothing happens', async () => {
    const { client, services } = await open(serve)
    const abort = new AbortController()
    const stream = client.numbers({}, abort)[Symbol.asyncIterator]()
    await stream.next()
    const next = stream.next()
    abort.abort()
    expect(await next).toMatchObject({ done: true })
    await until(() => services().seen.ended === 1)
    expect(services().seen.signals.map(({ aborted }) => aborted)).toEqual([true])
  })

  test('end in the services when the connection drops, waiting for events or for credit', async () => {
    const { say, link, services, answered } = await open(serve)
    say({ t: 'open', id: 901, name: 'numbers', input: {}, after: null, credit: 10 })
    say({ t: 'open', id: 902, name: 'numbers', input: {}, after: null, credit: 1 })
    say({ t: 'open', id: 903, name: 'endless', input: {}, after: null, credit: 1 })
    await answered()
    await link.drop()
    await until(() => services().seen.ended === 3)
    expect(services().seen.signals.map(({ aborted }) => aborted)).toEqual([true, true, true])
  })

  test('go on behind the last event after a drop: nothing lost, nothing doubled', async () => {
    const { client, link, publish } = await open(serve)
    const { read } = reader(client.numbers({}, { signal: new AbortController().signal }))
    await read(1)
    publish(1, 2)
    expect(await read(2)).toEqual([1, 2])
    await link.drop()
    publish(3, 4)
    await link.restore()
    publish(5)
    expect(await read(3)).toEqual([3, 4, 5])
  })

  test('that were opened while the connection was down start when it is back', async () => {
    const { client, link, publish } = await open(serve)
    await link.drop()
    const { read } = reader(client.numbers({}, { signal: new AbortController().signal }))
    const first = read(1)
    await link.restore()
    expect(await first).toEqual(['reset'])
    publish(1)
    expect(await read(1)).toEqual([1])
  })

  test('are reset when more was missed than is kept', async () => {
    const { client, link, publish } = await open(serve, { capacity: 10 })
    const { read } = reader(client.numbers({}, { signal: new AbortController().signal }))
    await read(1)
    await link.drop()
    publish(...range(1, 11))
    await link.restore()
    expect(await read(1)).toEqual(['reset'])
    publish(12)
    expect(await read(1)).toEqual([12])
  })

  test('are not reset when exactly as much was missed as is kept', async () => {
    const { client, link, publish } = await open(serve, { capacity: 10 })
    const { read } = reader(client.numbers({}, { signal: new AbortController().signal }))
    await read(1)
    await link.drop()
    publish(...range(1, 10))
    await link.restore()
    expect(await read(10)).toEqual(range(1, 10))
  })

  test('are reset when the services were started anew', async () => {
    const { client, link, publish, restartServices } = await open(serve)
    const { read } = reader(client.numbers({}, { signal: new AbortController().signal }))
    await read(1)
    publish(1, 2, 3)
    expect(await read(3)).toEqual([1, 2, 3])
    await link.drop()
    restartServices({ epoch: 'two' })
    publish(101)
    await link.restore()
    expect(await read(1)).toEqual(['reset'])
    publish(102)
    expect(await read(1)).toEqual([102])
  })

  test('send no more than the page has granted credit for, and ask their source for no more', async () => {
    const { say, heard, answered, services } = await open(serve)
    say({ t: 'open', id: 900, name: 'endless', input: {}, after: null, credit: 5 })
    await answered()
    await turns(3)
    expect(services().seen.pulled).toBe(5)
    say({ t: 'credit', id: 900, count: 3 })
    await answered()
    await turns(3)
    expect(services().seen.pulled).toBe(8)
    await answered()
    expect(heard.filter(({ t }) => t === 'event')).toHaveLength(8)
  })

  test('hold at most a window of events for a page that does not read, and a reset for the rest', async () => {
    const { client, heard, publish, answered } = await open(serve, { capacity: 100 })
    const { read } = reader(client.numbers({}, { signal: new AbortController().signal }))
    await read(1)
    for (const n of range(1, 1_000)) {
      publish(n)
      if (n % 10 === 0) await answered()
    }
    expect(heard.filter(({ t }) => t === 'event')).toHaveLength(WINDOW + 1)
    expect(await read(WINDOW + 1)).toEqual([...range(1, WINDOW), 'reset'])
    publish(1_001)
    expect(await read(1)).toEqual([1_001])
  })

  test('hold no more than a window for a page that does not read while its connection drops again and again', async () => {
    const { client, heard, publish, answered, link } = await open(serve)
    const { read } = reader(client.numbers({}, { signal: new AbortController().signal }))
    await read(1)
    for (const start of range(0, 9)) {
      publish(...range(start * 20 + 1, start * 20 + 20))
      await answered()
      await link.cut()
    }
    await answered()
    expect(heard.filter(({ t }) => t === 'event')).toHaveLength(WINDOW + 1)
    expect(await read(200)).toEqual(range(1, 200))
  })
})
