import { expect, it } from 'vitest'
import { capture } from '../../support/local-server.ts'
import { fill, openReplaying, replayOf } from '../../support/replaying.ts'

it('tells what a second run fixed, broke, changed and left as it was', async () => {
  const first = ['200 a', '500', '200 a', '500 a', '200']
  const second = ['200 a', '200', '500', '500 b', '200']
  const answers = [...first, ...second]
  const { origin } = await capture((_received, response) => {
    const [status, body = ''] = (answers.shift() ?? '').split(' ')
    response.writeHead(Number(status)).end(body)
  })
  const replaying = await openReplaying({ origin })
  await fill(replaying, 5)
  const before = await replaying.run()
  expect(before).toMatchObject({ ok: 3, failed: 2, fixed: 0, regressed: 0 })
  expect((await replaying.results(before.id)).map(({ comparison }) => comparison.kind)).toEqual(
    Array(5).fill('first'),
  )
  const after = await replaying.run()
  expect(after).toMatchObject({ ok: 3, failed: 2, fixed: 1, regressed: 1 })
  expect((await replaying.results(after.id)).map(({ comparison }) => comparison)).toEqual([
    { kind: 'same' },
    { kind: 'fixed', difference: 'Status 200 instead of 500.' },
    { kind: 'regressed', difference: 'Status 500 instead of 200.' },
    { kind: 'changed', difference: 'Body line 1, column 1: “b” instead of “a”.' },
    { kind: 'same' },
  ])
  const indexesOf = async (filter: 'trouble' | 'fixed' | 'regressed' | 'changed') =>
    (await replaying.replays.results({ runId: after.id, filter, afterIndex: -1, limit: 10 })).map(
      ({ index, summary, type }) => [index, summary, type],
    )
  expect(await indexesOf('trouble')).toEqual([
    [2, '2', 'text'],
    [3, '3', 'text'],
  ])
  expect(await indexesOf('fixed')).toEqual([[1, '1', 'text']])
  expect(await indexesOf('regressed')).toEqual([[2, '2', 'text']])
  expect(await indexesOf('changed')).toEqual([[3, '3', 'text']])
})

it('compares repeats with the same repeat, and passes over what a cancel broke off', async () => {
  const answers = ['200 new', '409 known', 'hang', '200 new', '409 known', '409 known']
  const { origin, until: received } = await capture((_received, response) => {
    const [status, body] = (answers.shift() ?? '').split(' ')
    if (status !== 'hang') response.writeHead(Number(status)).end(body)
  })
  const replaying = await openReplaying({ origin })
  await fill(replaying, 1)
  await replaying.run({ repeat: 2 })
  const { id } = await replaying.replays.start(replayOf())
  await received(3)
  await replaying.replays.cancel(id)
  const again = await replaying.run({ repeat: 3 })
  expect((await replaying.results(again.id)).map(({ comparison }) => comparison.kind)).toEqual([
    'same',
    'same',
    'same',
  ])
})
