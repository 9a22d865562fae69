import { describe, expect, it } from 'vitest'
import { DROPPED, type ResponseRuleInput } from '#shared/response-rule.ts'
import { type OpenWorkbench, openWorkbench } from '../../support/open-workbench.ts'
import { until } from '../../support/turn.ts'

const rule: ResponseRuleInput = {
  match: { kind: null, psid: '', messageUuid: '' },
  action: { kind: 'answer', httpStatus: 503 },
  delayMs: 0,
  remaining: null,
}
const body = (change: object = {}) =>
  JSON.stringify({ message_uuid: 'm-1', to: '11', from: '22', message_type: 'text', text: 'hi', ...change })

async function post(
  { urls }: OpenWorkbench,
  text = body(),
  signal?: AbortSignal,
): Promise<number | 'dropped'> {
  try {
    return (await fetch(urls.inbound, { method: 'POST', body: text, ...(signal ? { signal } : {}) })).status
  } catch {
    return 'dropped'
  }
}

/** What each delivery of the only event was answered with, once `count` are known. */
async function answers(workbench: OpenWorkbench, count: number): Promise<readonly (number | undefined)[]> {
  let statuses: readonly (number | undefined)[] = []
  await until(async () => {
    const [row] = await workbench.rows()
    if (row === undefined) return false
    const { deliveries } = await workbench.client.callback({ seq: row.seq })
    statuses = deliveries.map(({ answer }) => answer?.httpStatus)
    return statuses.length === count && statuses.every((status) => status !== undefined)
  })
  return statuses
}

describe('response rules', () => {
  it('answer the next N with a status, then 200 again; each is captured as a delivery of one event', async () => {
    const workbench = await openWorkbench()
    await workbench.client.addResponseRule({ ...rule, remaining: 2 })
    expect((await workbench.state()).responseRules).toMatchObject([{ remaining: 2 }])
    expect([await post(workbench), await post(workbench), await post(workbench)]).toEqual([503, 503, 200])
    expect((await workbench.state()).responseRules).toEqual([])
    expect(await answers(workbench, 3)).toEqual([503, 503, 200])
    expect(await workbench.rows()).toMatchObject([{ attempts: 3, answer: { httpStatus: 200 } }])
  })

  it('drop the connection, and say so', async () => {
    const workbench = await openWorkbench()
    await workbench.client.addResponseRule({ ...rule, action: { kind: 'drop' }, remaining: 1 })
    expect([await post(workbench), await post(workbench)]).toEqual(['dropped', 200])
    expect(await answers(workbench, 2)).toEqual([DROPPED, 200])
  })

  it('keep the sender waiting until it gives up; the callback is kept all the same', async () => {
    const workbench = await openWorkbench()
    await workbench.client.addResponseRule({ ...rule, delayMs: 120_000, remaining: 1 })
    const sender = new AbortController()
    const answer = post(workbench, body(), sender.signal)
    await until(async () => (await workbench.rows()).length === 1)
    sender.abort()
    expect(await answer).toBe('dropped')
    expect(await answers(workbench, 1)).toEqual([DROPPED])
  })

  it('leave other callbacks, other paths and bodies that are none alone', async () => {
    const workbench = await openWorkbench()
    await workbench.client.addResponseRule({
      ...rule,
      match: { kind: 'inbound', psid: '22', messageUuid: 'm-1' },
    })
    expect(await post(workbench)).toBe(503)
    expect(await post(workbench, body({ from: '33' }))).toBe(200)
    expect(await post(workbench, body({ status: 'read' }))).toBe(200)
    expect(await post(workbench, 'not json')).toBe(200)
    const elsewhere = await fetch(new URL('/elsewhere', workbench.urls.inbound), {
      method: 'POST',
      body: body(),
    })
    expect(elsewhere.status).toBe(404)
  })

  it('end when they are removed', async () => {
    const workbench = await openWorkbench()
    await workbench.client.addResponseRule(rule)
    const [added] = (await workbench.state()).responseRules
    await workbench.client.removeResponseRule({ id: added?.id ?? '' })
    expect(await post(workbench)).toBe(200)
  })

  it('must be ones that HTTP knows', async () => {
    const { client } = await openWorkbench()
    await expect(
      client.addResponseRule({ ...rule, action: { kind: 'answer', httpStatus: 42 } }),
    ).rejects.toMatchObject({
      explanation: { code: 'BAD_INPUT' },
    })
  })
})
