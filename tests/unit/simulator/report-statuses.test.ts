import { expect, it } from 'vitest'
import type { Callback } from '#electron/simulator/delivering.ts'
import { createStatusReporter } from '#electron/simulator/report-statuses.ts'
import { usualSimulatorSettings } from '#shared/simulator.ts'
import { createFakeClock } from '../../support/fake-clock.ts'
import { turns } from '../../support/turn.ts'

const MOST = 3_000

function reporter() {
  const { clock, pass, timerCount } = createFakeClock()
  const delivered: string[] = []
  const givenUp: Callback[] = []
  let release = () => {}
  const answered = new Promise<void>((resolve) => {
    release = resolve
  })
  const made = createStatusReporter({
    settings: () => ({ ...usualSimulatorSettings, statusSequence: { kind: 'delayed', delayMs: 600_000 } }),
    addresses: { listenerUrl: () => null, targetUrl: () => new URL('http://localhost:3000') },
    delaysMs: { submitted: 1, delivered: 2, read: 3 },
    rejectionOf: () => null,
    delivering: {
      deliver: async ({ type }) => {
        delivered.push(type)
        await answered
        return { kind: 'failed', reason: 'Nobody is there.' }
      },
    },
    clock,
    newInstance: () => 'i',
    onOverflow: (callback) => givenUp.push(callback),
    onError: (error) => {
      throw error
    },
  })
  const message = { psid: '1', content: { type: 'unsupported' } as const, tag: null, clientRef: null }
  const report = (messageUuid: string) =>
    made.report({
      messageUuid,
      message: { ...message, webhookUrl: null, webhookVersion: null },
      signAs: { apiKey: 'a', applicationId: 'b', signatureSecret: 'c' },
    })
  return { ...made, report, delivered, givenUp, pass, timerCount, release }
}

it('lets only so many statuses wait, and says which are given up', () => {
  const { report, givenUp, timerCount, dispose } = reporter()
  for (let sent = 0; sent < MOST / 3; sent += 1) report(`m${sent}`)
  expect([timerCount(), givenUp.length]).toEqual([MOST, 0])
  report('one-too-many')
  expect(timerCount()).toBe(MOST)
  expect(givenUp).toMatchObject(
    ['submitted', 'delivered', 'read'].map((type) => ({ type, kind: 'status', messageUuid: 'one-too-many' })),
  )
  dispose()
  expect(timerCount()).toBe(0)
})

it('counts a status until its receiver has answered', async () => {
  const { report, givenUp, delivered, pass, release } = reporter()
  for (let sent = 0; sent < MOST / 3; sent += 1) report(`m${sent}`)
  await pass(601_000)
  expect(delivered).toHaveLength(MOST)
  report('one-too-many')
  expect(givenUp).toHaveLength(3)
  release()
  await turns()
  report('next')
  expect(givenUp).toHaveLength(3)
})
