import { getEventListeners } from 'node:events'
import { expect, test } from 'vitest'
import { createCredit } from '#electron/bridge/credit.ts'

test('credit is taken at once while there is some', async () => {
  const credit = createCredit(2)
  const { signal } = new AbortController()
  await credit.take(signal)
  await credit.take(signal)
})

test('without credit a stream waits for more', async () => {
  const credit = createCredit(0)
  let taken = 0
  const taking = credit.take(new AbortController().signal).then(() => {
    taken += 1
  })
  await Promise.resolve()
  expect(taken).toBe(0)
  credit.add(1)
  await taking
  expect(taken).toBe(1)
})

test('an abort ends the wait, whether it comes before or during it', async () => {
  const credit = createCredit(0)
  const abort = new AbortController()
  const during = credit.take(abort.signal)
  abort.abort()
  await during
  await credit.take(abort.signal)
})

test('waits leave no listeners behind on a stream that lives long', async () => {
  const credit = createCredit(0)
  const { signal } = new AbortController()
  for (let round = 0; round < 100; round += 1) {
    const taking = credit.take(signal)
    credit.add(1)
    await taking
  }
  expect(getEventListeners(signal, 'abort')).toHaveLength(0)
})
