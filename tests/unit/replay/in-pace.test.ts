import { expect, it } from 'vitest'
import { sendInPace } from '#electron/replay/in-pace.ts'
import type { ReplayPace } from '#shared/replay.ts'
import { createFakeClock } from '../../support/fake-clock.ts'
import { turns } from '../../support/turn.ts'

const paces: readonly ReplayPace[] = [
  { kind: 'gap', gapMs: 0 },
  { kind: 'original' },
  { kind: 'fast', concurrency: 4, order: 'none' },
  { kind: 'fast', concurrency: 4, order: 'person' },
]

it.each(paces)('waits for what it has begun, also where the next one cannot be read: %o', async (pace) => {
  const { clock } = createFakeClock()
  function* items(): Generator<{ dueMs: number; person: string | null }, undefined> {
    yield { dueMs: 0, person: null }
    throw new Error('unreadable')
  }
  let answer = () => {}
  const answered = new Promise<void>((resolve) => {
    answer = resolve
  })
  let end = ''
  const { signal } = new AbortController()
  const sending = sendInPace({ items: items(), pace, send: () => answered, clock, signal }).catch((error) => {
    end = String(error)
  })
  await turns(3)
  expect(end).toBe('')
  answer()
  await sending
  expect(end).toBe('Error: unreadable')
})
