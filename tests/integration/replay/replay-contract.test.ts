import { createHash } from 'node:crypto'
import { verifySignature } from '@vonage/jwt'
import { decodeJwt } from 'jose'
import { expect, it } from 'vitest'
import { everything } from '#shared/search/filter-text.ts'
import { usualTarget } from '#shared/target.ts'
import { capture, type Received } from '../../support/local-server.ts'
import { type OpenWorkbench, openWorkbench } from '../../support/open-workbench.ts'
import { profileInput, set } from '../../support/profile-input.ts'
import { until } from '../../support/turn.ts'

const SECRET = 'a signature secret that is long enough'
const BODY = '{ "message_uuid":"a","message_type":"text","text":"\\u00e9 😀",\r\n"from":"1","to":"2" }'
const selection = { kind: 'filter', filter: everything } as const
const pace = { kind: 'fast', concurrency: 4, order: 'person' } as const

async function open(answer: Parameters<typeof capture>[0]) {
  const receiver = await capture(answer)
  const workbench = await openWorkbench()
  const { client, urls, rows } = workbench
  await client.saveProfile(profileInput({ secrets: { signatureSecret: set(SECRET) } }))
  const { id: targetId } = await client.saveTarget({ ...usualTarget, id: null, baseUrl: receiver.origin })
  await fetch(urls.inbound, { method: 'POST', body: BODY, headers: { 'content-type': 'application/json' } })
  await until(async () => (await rows()).length === 1)
  return { ...workbench, receiver, targetId }
}

/** The run as the events tell of it once it is over. */
async function ended(client: OpenWorkbench['client'], runId: string) {
  const signal = new AbortController()
  for await (const event of client.replayEvents({}, { signal: signal.signal })) {
    if (event.kind === 'reset') {
      const run = (await client.replayRuns({ limit: 10 })).runs.find(({ id }) => id === runId)
      if (run !== undefined && run.state !== 'running') return run
    } else if (event.run.id === runId && event.run.state !== 'running') return event.run
  }
  throw new Error('the events ended')
}

function hashOf(received: Received | undefined): string {
  return createHash('sha256')
    .update(received?.body ?? '')
    .digest('hex')
}

it('replays what was captured, and tells of it in the list and of the callback', async () => {
  const { client, receiver, targetId, rows } = await open((_received, response) => response.end('ok'))
  expect(await client.countReplay({ selection })).toEqual({ count: 1 })
  const started = await client.startReplay({
    selection,
    targetId,
    pace,
    content: { kind: 'exact' },
    repeat: 2,
  })
  expect(started).toMatchObject({ state: 'running', total: 2, sent: 0 })
  const run = await ended(client, started.id)
  expect(run).toMatchObject({ state: 'finished', ok: 2, failed: 0 })
  const wanted = createHash('sha256').update(BODY).digest('hex')
  expect(receiver.received.map(hashOf)).toEqual([wanted, wanted])
  const { results } = await client.replayResults({ runId: run.id, filter: 'all', afterIndex: -1, limit: 10 })
  expect(results.map(({ index, summary }) => [index, summary])).toEqual([
    [0, 'é 😀'],
    [1, 'é 😀'],
  ])
  const [row] = await rows()
  expect(row?.passedOn).toEqual({ kind: 'answered', httpStatus: 200 })
  const { deliveries } = await client.targetDeliveries({ callbackSeq: row?.seq ?? 0 })
  expect(deliveries.map(({ origin, runId }) => [origin, runId])).toEqual([
    ['replay', run.id],
    ['replay', run.id],
  ])
})

it('signs anew with the secret of the profile in use', async () => {
  const { client, receiver, targetId } = await open((_received, response) => response.end())
  const content = { kind: 'fresh-signature' } as const
  await client.startReplay({ selection, targetId, pace, content, repeat: 1 })
  const [received] = await receiver.until(1)
  const token = received?.headers.authorization?.replace('Bearer ', '') ?? ''
  expect(verifySignature(token, SECRET)).toBe(true)
  expect(decodeJwt(token)).toMatchObject({ api_key: 'abcd1234', payload_hash: hashOf(received) })
})

it('is cancelled while the target hangs', async () => {
  const { client, receiver, targetId } = await open(() => undefined)
  const { id } = await client.startReplay({
    selection,
    targetId,
    pace,
    content: { kind: 'exact' },
    repeat: 5,
  })
  await receiver.until(1)
  await client.cancelReplay({ runId: id })
  const { runs } = await client.replayRuns({ limit: 1 })
  expect(runs).toMatchObject([{ id, state: 'cancelled', sent: 1, failed: 1 }])
})

it('sends nothing more, replayed or of the contract, to a target that is deleted', async () => {
  const { client, receiver, targetId } = await open(() => undefined)
  const content = { kind: 'exact' } as const
  const { id } = await client.startReplay({ selection, targetId, pace, content, repeat: 5 })
  await client.startContractRun({ targetId })
  await receiver.until(2)
  await client.deleteTarget({ id: targetId })
  expect(await ended(client, id)).toMatchObject({ state: 'cancelled', sent: 1 })
  const signal = new AbortController()
  for await (const event of client.contractRunEvents({}, { signal: signal.signal })) {
    if (event.kind === 'run' && event.run?.state === 'cancelled') break
  }
})
