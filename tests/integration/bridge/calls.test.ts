import { describe, expect, test } from 'vitest'
import { createContractClient } from '../../../renderer/bridge/contract-client.ts'
import { connected, pipeLink, type Serve, socketLink } from '../../support/links.ts'
import { toyContract, toyServices } from '../../support/toy-contract.ts'
import { turns, until } from '../../support/turn.ts'

async function open(serve: Serve) {
  const services = toyServices()
  const link = await serve(toyContract, () => services.handlers)
  const heard: unknown[] = []
  link.connection.onMessage((text) => heard.push(JSON.parse(text)))
  const client = createContractClient(toyContract, link.connection)
  await connected(link.connection)
  const say = (message: unknown) =>
    link.connection.send(typeof message === 'string' ? message : JSON.stringify(message))
  return { ...services, link, client, heard, say }
}

describe.each([
  ['a WebSocket', socketLink],
  ['the desktop pipe', pipeLink],
] as const)('calls over %s', (_name, serve) => {
  test('are answered', async () => {
    const { client } = await open(serve)
    expect(await client.echo({ person: { name: 'Ana' } })).toEqual({ name: 'Ana' })
  })

  test('run side by side and find their own answers', async () => {
    const { client } = await open(serve)
    const names = Array.from({ length: 50 }, (_, index) => `person ${index}`)
    const answers = await Promise.all(names.map((name) => client.echo({ person: { name } })))
    expect(answers.map(({ name }) => name)).toEqual(names)
  })

  test('with bad input name the field and never reach the service', async () => {
    const { client } = await open(serve)
    await expect(client.echo({ person: { name: '' } })).rejects.toMatchObject({
      explanation: { code: 'BAD_INPUT', why: expect.stringContaining('person.name: ') },
    })
  })

  test('whose answer breaks the contract fail as a fault of the services, and are logged', async () => {
    const { client, link } = await open(serve)
    await expect(client.wrongOutput({})).rejects.toMatchObject({
      explanation: { code: 'INTERNAL', why: expect.stringContaining('n: ') },
    })
    expect(link.logLines.join()).toContain('A call failed.')
  })

  test('that crash say so without a stack, and are logged with it', async () => {
    const { client, link, heard } = await open(serve)
    await expect(client.crash({})).rejects.toMatchObject({
      explanation: { code: 'INTERNAL', why: 'the disk is on fire' },
    })
    expect(JSON.stringify(heard)).not.toContain('.ts')
    expect(link.logLines.join()).toContain('toy-contract.ts')
  })

  test.each(['nothing', '__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'named %s are refused, as calls and as streams',
    async (name) => {
      const { heard, say } = await open(serve)
      say(`{"t":"call","id":1,"name":"${name}","input":{}}`)
      say(`{"t":"open","id":2,"name":"${name}","input":{},"after":null,"credit":1}`)
      await until(() => heard.length === 2)
      expect(heard).toEqual([
        { t: 'error', id: 1, error: expect.objectContaining({ code: 'UNKNOWN_CALL' }) },
        { t: 'error', id: 2, error: expect.objectContaining({ code: 'UNKNOWN_CALL' }) },
      ])
    },
  )

  test('are no streams, and streams are no calls', async () => {
    const { heard, say } = await open(serve)
    say({ t: 'call', id: 1, name: 'numbers', input: {} })
    say({ t: 'open', id: 2, name: 'echo', input: {}, after: null, credit: 1 })
    await until(() => heard.length === 2)
    expect(heard).toMatchObject([{ error: { code: 'UNKNOWN_CALL' } }, { error: { code: 'UNKNOWN_CALL' } }])
  })

  test('that were under way at a drop reject, and are not sent again', async () => {
    const { client, link, seen } = await open(serve)
    const outcome = client.hang({}).catch((error: unknown) => error)
    await until(() => seen.hangs === 1)
    await link.drop()
    expect(await outcome).toMatchObject({ explanation: { code: 'CONNECTION_LOST' } })
    await expect(client.echo({ person: { name: 'Ana' } })).rejects.toMatchObject({
      explanation: { code: 'CONNECTION_LOST' },
    })
    await link.restore()
    expect(await client.echo({ person: { name: 'Ana' } })).toEqual({ name: 'Ana' })
    expect(seen.hangs).toBe(1)
  })

  test.each([
    'no JSON at all {',
    'null',
    '[]',
    '"call"',
    '{"t":"call","id":"1","name":"echo","input":{}}',
    '{"t":"call","id":1.5,"name":"echo","input":{}}',
    '{"t":"open","id":1,"name":"numbers","input":{},"after":null,"credit":100000}',
    '{"t":"credit","id":99,"count":1}',
    '{"t":"cancel","id":99}',
    '{"t":"launch","id":1}',
    `{"__proto__":{"t":"cancel"},"id":1}`,
    `{"t":"cancel","id":1,"x":"${'['.repeat(100_000)}"}`,
    '['.repeat(200_000),
  ])('survive a message that is none of the contract (%#)', async (message) => {
    const { client, heard, say } = await open(serve)
    say(message)
    await turns(2)
    expect(await client.echo({ person: { name: 'Ana' } })).toEqual({ name: 'Ana' })
    expect(heard).toHaveLength(1)
  })

  test('survive a message of 9 million characters', async () => {
    const { client, heard, say, link } = await open(serve)
    say({ t: 'call', id: 1, name: 'echo', input: { person: { name: 'x'.repeat(9_000_000) } } })
    expect(await client.echo({ person: { name: 'Ana' } })).toEqual({ name: 'Ana' })
    expect(heard).toHaveLength(1)
    expect(link.logLines.join()).toContain('not one of the contract')
  })
})

test('a WebSocket message over the cap closes that connection and nothing else', async () => {
  const { client, link, say } = await open(socketLink)
  const lost = new Promise<void>((resolve) => {
    link.connection.onState((state) => {
      if (state === 'lost') resolve()
    })
  })
  say('x'.repeat(17 * 1024 * 1024))
  await lost
  await link.restore()
  expect(await client.echo({ person: { name: 'Ana' } })).toEqual({ name: 'Ana' })
})
