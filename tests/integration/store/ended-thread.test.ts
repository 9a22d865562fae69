import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createStore } from '#electron/store/store.ts'
import type { StartStoreThread } from '#electron/store/store-thread.ts'
import { createStoreThreads } from '#electron/store/worker-thread.ts'
import type { Explanation } from '#shared/errors.ts'
import { intakeOf } from '../../support/intakes.ts'
import { recordedLog } from '../../support/recorded-log.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const script = join(import.meta.dirname, '../../../electron/store-worker.ts')
const page = { order: 'newest', behindSeq: null, limit: 100 } as const
type Role = 'indexer' | 'reader'

/** Real threads, each of which can be terminated as a fault in it would. */
async function openKillable() {
  const running = new Map<Role, () => Promise<void>>()
  const startWorker = createStoreThreads(script)
  const startThread: StartStoreThread = (task, onMessage, onEnded) => {
    const thread = startWorker(task, onMessage, onEnded)
    running.set(task.role, async () => {
      await thread.end()
      onEnded('It was terminated.')
    })
    return thread
  }
  const stopped: Explanation[] = []
  const { log } = recordedLog()
  const store = await createStore({
    ...{ folder: tempFolder(), startThread, log },
    secrets: { signatureSecrets: [], apiSecrets: [] },
    durability: 'power-loss',
    onEvent: () => undefined,
    onStopped: (explanation) => stopped.push(explanation),
  })
  onTestFinished(store.dispose)
  return { store, stopped, kill: async (role: Role) => await running.get(role)?.() }
}

test('a reader that ends is started again, and what it was asked is answered', async () => {
  const { store, kill, stopped } = await openKillable()
  await store.append(intakeOf('{}'))
  await store.settled()
  const asked = store.search([], page)
  const killed = kill('reader')
  const askedMeanwhile = store.search([], page)
  await killed
  expect(await asked).toHaveLength(1)
  expect(await askedMeanwhile).toHaveLength(1)
  expect(await store.search([], page)).toHaveLength(1)
  expect(stopped).toEqual([])
})

test('an indexer that ends is started again and derives what came in meanwhile', async () => {
  const { store, kill, stopped } = await openKillable()
  await store.append(intakeOf('{}'))
  await store.settled()
  await kill('indexer')
  await Promise.all(Array.from({ length: 300 }, () => store.append(intakeOf('{}'))))
  await store.settled()
  expect(store.count()).toBe(301)
  expect(await store.search([], page)).toHaveLength(100)
  expect(stopped).toEqual([])
})

test('a change that the indexer ended in is rejected, since nobody knows whether it was made', async () => {
  const { store, kill } = await openKillable()
  await store.append(intakeOf('{}'))
  await store.settled()
  const deleting = expect(
    store.deleteEvents([1], { undoMs: 10_000, includesKept: true }),
  ).rejects.toMatchObject({ explanation: { code: 'STORE_FAILED' } })
  await kill('indexer')
  await deleting
})

test('a thread that ends again and again stays ended, and it is told; callbacks are still captured', async () => {
  const { store, kill, stopped } = await openKillable()
  for (let time = 0; time < 3; time += 1) {
    await kill('reader')
    await store.search([], page)
  }
  await kill('reader')
  await expect(store.search([], page)).rejects.toMatchObject({ explanation: { code: 'STORE_FAILED' } })
  expect(stopped).toHaveLength(1)
  expect(stopped[0]?.what).toMatch(/looks up stored callbacks has stopped/)
  expect(await store.append(intakeOf('{}'))).toBe(1)
})
