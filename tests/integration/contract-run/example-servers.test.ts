import { expect, test } from 'vitest'
import { contractFindings } from '#shared/messenger/contract-findings.ts'
import { runContract, SECRET } from '../../support/contract-runs.ts'
import {
  createFaultyServer,
  type PlantedFault,
  plantedFaults,
} from '../../support/example-servers/faulty-server.ts'
import { createRightServer } from '../../support/example-servers/right-server.ts'

/** Far enough apart that a busy computer does not make the one look like the other. */
const LIMITS = { answerMs: 2_000, slowSendingMs: 2_000 }
const SLOW_MS = 2_300

const named: Readonly<Record<PlantedFault, readonly string[]>> = {
  'accepts-unsigned': ['Accepts unsigned callbacks: 22 of 22'],
  'ignores-payload-hash': [
    'Accepts callbacks changed after signing: 22 of 22',
    'Accepts callbacks in other bytes than were signed: 22 of 22',
  ],
  'refuses-repeats': ['Answers repeated callbacks differently: 22 of 22'],
  'slow-with-video': ['Answers video messages too late: 6 of 22'],
  'fails-on-v0.1': ['Answers 500 to v0.1 callbacks: 11 of 22'],
  'fails-on-broken-json': ['Answers 500 to callbacks in broken JSON: 22 of 22'],
}

async function findingsAt(faults: readonly PlantedFault[]) {
  const run = await runContract(createFaultyServer({ secret: SECRET, faults, slowMs: SLOW_MS }), {
    limits: LIMITS,
  })
  return contractFindings(run.results).map(({ sentence, failed, of }) => `${sentence}: ${failed} of ${of}`)
}

test('a right server passes every case', async () => {
  const run = await runContract(createRightServer(SECRET))
  expect(run.results.filter(({ isPassed }) => !isPassed)).toEqual([])
  expect(run).toMatchObject({ state: 'finished', error: null, total: 242 })
  expect(new Set(run.results.map((result) => result.case.id)).size).toBe(242)
})

test('a server with no fault planted passes every case', async () => {
  expect(await findingsAt([])).toEqual([])
})

test.each(plantedFaults)(
  '%s is named, and nothing else',
  async (fault) => {
    expect(await findingsAt([fault])).toEqual(named[fault])
  },
  30_000,
)

test('all faults at once are named, each where it can be seen', async () => {
  expect((await findingsAt(plantedFaults)).toSorted()).toEqual(
    [
      'Answers 500 to v0.1 callbacks: 11 of 22',
      'Accepts unsigned callbacks: 22 of 22',
      'Accepts v1 callbacks changed after signing: 11 of 22',
      'Accepts v1 callbacks in other bytes than were signed: 11 of 22',
      'Answers 500 to v1 callbacks in broken JSON: 11 of 22',
      'Answers repeated v1 callbacks differently: 11 of 22',
      'Answers v1 video messages too late: 5 of 11',
    ].toSorted(),
  )
}, 30_000)
