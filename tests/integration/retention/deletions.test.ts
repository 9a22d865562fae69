import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { inboundText, postCallback } from '../../e2e/flows/post-callback.ts'
import { capturedBytes, type OpenWorkbench, openWorkbench } from '../../support/open-workbench.ts'
import { until } from '../../support/turn.ts'

async function fill({ urls, rows }: OpenWorkbench, texts: readonly string[]): Promise<void> {
  for (const text of texts) await postCallback(urls.inbound, inboundText(text))
  await until(async () => (await rows()).length === texts.length)
}
const all = { what: { kind: 'filter', filter: '' }, includesKept: false } as const
const seqs = async ({ rows }: OpenWorkbench) => (await rows()).map(({ seq }) => seq)

test('a filter is counted, deleted and brought back; pinned and noted ones stay', async () => {
  const workbench = await openWorkbench()
  const { client } = workbench
  await fill(workbench, ['apple', 'apple', 'apple', 'pear'])
  await client.pinCallbacks({ seqs: [1], isPinned: true })
  await client.noteCallback({ seq: 2, text: 'keep' })
  const deletion = { what: { kind: 'filter', filter: 'apple' }, includesKept: false } as const
  expect(await client.countDeletion(deletion)).toEqual({ count: 1, isExact: true, kept: 2 })
  const { id, count, kept } = await client.deleteCallbacks(deletion)
  expect([count, kept]).toEqual([1, 2])
  expect(await seqs(workbench)).toEqual([4, 2, 1])
  await expect(client.callback({ seq: 3 })).rejects.toMatchObject({ explanation: { code: 'NOT_FOUND' } })
  await expect(client.pinCallbacks({ seqs: [3], isPinned: true })).rejects.toMatchObject({
    explanation: { code: 'NOT_FOUND' },
  })
  expect((await client.storedNow({})).callbacks).toBe(3)
  await client.undoDelete({ id })
  expect(await seqs(workbench)).toEqual([4, 3, 2, 1])
  expect((await capturedBytes(workbench, 3)).toString()).toContain('apple')
  await expect(client.undoDelete({ id })).rejects.toMatchObject({ explanation: { code: 'UNDO_TOO_LATE' } })
})

test('a filter that cannot be read deletes nothing', async () => {
  const workbench = await openWorkbench()
  await fill(workbench, ['apple'])
  const what = { kind: 'filter', filter: 'colour:red' } as const
  await expect(workbench.client.deleteCallbacks({ what, includesKept: true })).rejects.toMatchObject({
    explanation: { code: 'BAD_FILTER' },
  })
  expect(await seqs(workbench)).toEqual([1])
})

test('what was deleted when the app ended stays deleted, and is removed at the next start', async () => {
  const first = await openWorkbench()
  await fill(first, ['apple', 'pear'])
  await first.client.pinCallbacks({ seqs: [2], isPinned: true })
  await first.client.deleteCallbacks(all)
  await first.close()
  const index = new DatabaseSync(join(first.dataFolder, 'index.db'))
  index.exec('UPDATE trash_batch SET due_at_ms = 0')
  index.close()
  const second = await openWorkbench({ dataFolder: first.dataFolder })
  expect(await seqs(second)).toEqual([2])
  expect((await second.rows())[0]).toMatchObject({ isPinned: true })
  const truth = new DatabaseSync(join(first.dataFolder, 'callbacks.db'), { readOnly: true })
  await until(() => truth.prepare('SELECT 1 FROM intake WHERE seq = 1').get() === undefined)
  truth.close()
})

test('lower limits remove the oldest at once and are kept; the state says what was removed', async () => {
  const first = await openWorkbench()
  await fill(first, ['a', 'b', 'c', 'd'])
  await first.client.noteCallback({ seq: 1, text: 'keep' })
  const limits = { maxCallbacks: 2, maxAgeMs: null, maxBytes: null }
  await first.client.saveRetention(limits)
  await until(async () => (await first.rows()).length === 2)
  expect(await seqs(first)).toEqual([4, 1])
  await until(async () => (await first.state()).retention.lastPruned !== null)
  const { retention, notices } = await first.state()
  expect(retention).toMatchObject({ limits, lastPruned: { count: 2 }, trouble: null })
  expect(notices).toEqual([])
  await first.client.saveDurability({ durability: 'crash' })
  await first.close()
  const second = await openWorkbench({ dataFolder: first.dataFolder })
  expect((await second.state()).retention).toMatchObject({ limits, durability: 'crash' })
  expect(await second.client.callbackNote({ seq: 1 })).toEqual({ text: 'keep' })
})

test('the first callbacks that the default limits remove are told of', async () => {
  const first = await openWorkbench()
  await fill(first, ['old', 'new'])
  await first.close()
  for (const [name, table] of [
    ['callbacks.db', 'intake'],
    ['index.db', 'callback'],
  ] as const) {
    const db = new DatabaseSync(join(first.dataFolder, name))
    db.exec(`UPDATE ${table} SET received_at_ms = received_at_ms - 31 * 24 * 3600000 WHERE seq = 1`)
    db.close()
  }
  const second = await openWorkbench({ dataFolder: first.dataFolder })
  await until(async () => (await second.state()).notices.length > 0)
  expect((await second.state()).notices).toMatchObject([
    { id: 'CALLBACKS_PRUNED', explanation: { what: 'The oldest callback was removed.' } },
  ])
  expect(await seqs(second)).toEqual([2])
})
