import { createServer } from 'node:http'
import { expect, test } from 'vitest'
import { wireError } from '#electron/bridge/wire-error.ts'
import { openRuns, runContract, SECRET } from '../../support/contract-runs.ts'
import { createRightServer } from '../../support/example-servers/right-server.ts'
import { closedOrigin, serve } from '../../support/local-server.ts'
import { openWorkbench } from '../../support/open-workbench.ts'
import { turns } from '../../support/turn.ts'

/** A server that takes everything and never answers. */
const hanging = () => serve((request) => void request.resume())

test('one run at a time; cancelling ends it at once and keeps what was answered', async () => {
  const { runs, until, events } = openRuns(await hanging())
  const runId = runs.start('t1')
  expect(() => runs.start('t1')).toThrow('A contract run is under way.')
  runs.cancel('another run')
  expect(runs.last()?.state).toBe('running')
  runs.cancel(runId)
  const run = await until(({ state }) => state !== 'running')
  expect(run).toMatchObject({ id: runId, state: 'cancelled', error: null, results: [] })
  expect(events).toHaveLength(2)
  expect(runs.start('t1')).not.toBe(runId)
})

test('where nobody listens the run stops at the first case and says so', async () => {
  const origin = await closedOrigin()
  const { runs, until } = openRuns(origin)
  runs.start('t1')
  const run = await until(({ state }) => state !== 'running')
  const { host } = new URL(origin)
  expect(run).toMatchObject({
    state: 'stopped',
    results: [],
    error: {
      code: 'NETWORK_REFUSED',
      what: `${host} refused the connection.`,
      fix: expect.stringContaining('Start your webhook server'),
    },
  })
})

test('a server that goes down on the way stops the run', async () => {
  const server = createRightServer(SECRET)
  let left = 40
  server.on('request', () => {
    left -= 1
    if (left > 0) return
    server.closeAllConnections()
    server.close()
  })
  const run = await runContract(server)
  expect(run.state).toBe('stopped')
  expect(run.error?.what).toMatch(/stopped taking connections after \d+ cases/)
  expect(run.results.length).toBeGreaterThan(0)
  expect(run.results.length).toBeLessThan(run.total)
})

test('a server that never answers fails a case instead of holding the run up', async () => {
  const run = await runContract(
    createServer((request) => void request.resume()),
    { limits: { answerMs: 20, slowSendingMs: 0 }, concurrency: 32 },
  )
  expect(run).toMatchObject({ state: 'finished', total: 242 })
  expect(run.results.filter(({ isPassed }) => isPassed)).toEqual([])
  expect(run.results[0]?.exchanges[0]).toMatchObject({
    httpStatus: null,
    failure: expect.stringContaining('did not answer in time'),
  })
})

test('every callback of a run has a message_uuid of its own, but for repeats', async () => {
  const uuids: string[] = []
  const server = createRightServer(SECRET)
  server.on('request', (request) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const uuid = /"message_uuid":\s?"([^"]+)"/.exec(Buffer.concat(chunks).toString())?.[1]
      if (uuid !== undefined) uuids.push(uuid)
    })
  })
  await runContract(server)
  // 22 of 242 are cut off and followed by a valid one, 22 are delivered twice.
  expect(uuids).toHaveLength(264)
  expect(new Set(uuids).size).toBe(242)
})

test('through the contract: as the profile in use, to a target of its own, told as it goes', async () => {
  const { client, state } = await openWorkbench()
  const { profiles } = await state()
  const simulator = profiles.find(({ origin }) => origin === 'simulator')
  expect(simulator?.secrets.signatureSecret.state).toBe('set')
  await expect(client.startContractRun({ targetId: 'nowhere' })).rejects.toThrow('That target is not there.')

  const baseUrl = await closedOrigin()
  const { id } = await client.saveTarget({
    ...{ id: null, name: 'Mine', allowedHost: null },
    ...{ baseUrl, inboundPath: '/in', statusPath: '/st' },
  })
  const { runId } = await client.startContractRun({ targetId: id })
  for await (const event of client.contractRunEvents({}, { signal: new AbortController().signal })) {
    if (event.kind !== 'run' || event.run?.state !== 'stopped') continue
    expect(event.run).toMatchObject({ id: runId, targetName: 'Mine', url: `${baseUrl}/in`, results: [] })
    break
  }
})

test('a profile without a signature secret cannot run the contract', async () => {
  const { client, state } = await openWorkbench()
  const keep = {
    privateKey: { do: 'keep' },
    apiSecret: { do: 'keep' },
    signatureSecret: { do: 'keep' },
  } as const
  const profile = {
    id: null,
    name: 'Shop',
    applicationId: 'app',
    apiKey: 'a1b2c3d4',
    baseUrl: { kind: 'sandbox' },
  } as const
  await client.saveProfile({ profile, secrets: keep })
  const targetId = (await state()).targets[0]?.id ?? ''
  await expect(client.startContractRun({ targetId })).rejects.toThrow(
    'The profile Shop has no signature secret.',
  )
})

test('what was under way when a run failed is not counted in the next one', async () => {
  const late: (() => void)[] = []
  const failures: unknown[] = []
  let sent = 0
  const { runs, until } = openRuns('http://localhost:3000', {
    concurrency: 2,
    explain(error) {
      failures.push(error)
      return wireError(error)
    },
    sender: {
      async send({ signal }) {
        const outcome = { kind: 'answered', httpStatus: 200, bodyText: '' } as const
        sent += 1
        const at = sent
        if (at === 2) throw new Error('no signature')
        if (at === 3) await new Promise<void>((resolve) => late.push(resolve))
        if (at > 3) await new Promise<unknown>((resolve) => signal?.addEventListener('abort', resolve))
        return [{ outcome, durationMs: 1 }]
      },
    },
  })
  runs.start('t1')
  expect(await until(({ state }) => state !== 'running')).toMatchObject({ state: 'stopped' })
  expect(failures).toEqual([new Error('no signature')])
  runs.start('t1')
  for (const end of late) end()
  await turns(3)
  expect(runs.last()?.results).toEqual([])
})
