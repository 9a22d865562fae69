import { expect, test } from 'vitest'
import type { Listener } from '#electron/listener/listener.ts'
import { createListening } from '#electron/listening.ts'
import { turns } from '../support/turn.ts'

/** Listeners that open when the test says so, and know which of them are open. */
function slowListeners() {
  const open = new Set<number>()
  const opening: (() => void)[] = []
  return {
    open,
    /** Lets the listener open that has waited longest. */
    async finishOne() {
      await turns(2)
      opening.shift()?.()
      await turns(2)
    },
    create: async (port: number): Promise<Listener> => {
      await new Promise<void>((resolve) => opening.push(resolve))
      open.add(port)
      return {
        port,
        wantedPort: port,
        inboundUrl: `http://127.0.0.1:${port}/in`,
        statusUrl: `http://127.0.0.1:${port}/status`,
        dispose: async () => void open.delete(port),
      }
    },
  }
}

test('moved twice at once, the listener ends up on the port asked for last and leaves none behind', async () => {
  const { open, finishOne, create } = slowListeners()
  const listening = createListening({ create, onChange: () => undefined })
  const moves = [listening.start(5_001), listening.start(5_002)]
  await finishOne()
  await finishOne()
  await Promise.all(moves)
  expect([...open]).toEqual([5_002])
  expect(listening.state()).toMatchObject({ state: 'listening', port: 5_002 })
})

test('stopped while it is opening, the listener is closed as well', async () => {
  const { open, finishOne, create } = slowListeners()
  const listening = createListening({ create, onChange: () => undefined })
  const starting = listening.start(5_001)
  const stopping = listening.stop()
  await finishOne()
  await Promise.all([starting, stopping])
  expect([...open]).toEqual([])
  expect(listening.urls()).toBeNull()
})

test('a failure does not stand in the way of the next move', async () => {
  let isBroken = true
  const { open, finishOne, create } = slowListeners()
  const listening = createListening({
    create: (port) => (isBroken ? Promise.reject(new Error('no')) : create(port)),
    onChange: () => undefined,
  })
  await listening.start(5_001)
  expect(listening.state()).toMatchObject({ state: 'failed', error: { why: 'no' } })
  isBroken = false
  const move = listening.start(5_002)
  await finishOne()
  await move
  expect([...open]).toEqual([5_002])
})
