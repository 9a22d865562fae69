import { expect, onTestFinished, test, vi } from 'vitest'
import { createIndexer } from '#electron/store/indexer.ts'
import type { ThreadEvent } from '#electron/store/store-events.ts'
import { intakeOf } from '../../support/intakes.ts'
import { openStore } from '../../support/open-store.ts'
import { seedCallbacks } from '../../support/seed-callbacks.ts'
import { tempFolder } from '../../support/temp-folder.ts'
import { turns } from '../../support/turn.ts'

test('what is captured while the index closes is no trouble, and derived at the next start', async () => {
  const { store, folder, close } = await openStore()
  const told: ThreadEvent[] = []
  const indexer = createIndexer({
    folder,
    judge: () => ({ state: 'unsigned', jti: null }),
    tell: (event) => told.push(event),
    nowMs: () => Date.now(),
  })
  await indexer.close()
  await store.append(intakeOf('{}'))
  indexer.wake()
  await turns(5)
  expect(told).toEqual([])
  await close()
  const again = await openStore({ folder })
  await again.store.settled()
  expect(again.store.count()).toBe(1)
})

test('an index that closes while it derives leaves nothing to be done later, with closed files', async () => {
  const folder = tempFolder()
  await seedCallbacks(folder, [])
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const indexer = createIndexer({
    folder,
    judge: () => ({ state: 'unsigned', jti: null }),
    tell: () => undefined,
    nowMs: () => Date.now(),
  })
  await seedCallbacks(folder, [{ body: '{}', receivedAtMs: 1 }])
  indexer.start()
  await indexer.close()
  expect(vi.getTimerCount()).toBe(0)
})

test('a merge that did not wait for its time leaves nothing to be done later either', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const { store, close } = await openStore()
  await store.append(intakeOf('{}'))
  await store.settled()
  await Promise.all(Array.from({ length: 5_000 }, () => store.append(intakeOf('{}'))))
  await store.settled()
  await close()
  expect(vi.getTimerCount()).toBe(0)
})
