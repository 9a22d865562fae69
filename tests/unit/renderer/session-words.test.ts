import { describe, expect, it } from 'vitest'
import type { SessionJob } from '#shared/session/session-job.ts'
import { exportChoices } from '../../../renderer/session/export-choices.ts'
import { endWords, fractionOf, progressWords } from '../../../renderer/session/session-words.ts'

function job(change: Partial<SessionJob>): SessionJob {
  return {
    ...{ id: '1', kind: 'import', fileName: 'a.jsonl', state: 'done', callbacks: 1_204, replies: 0 },
    ...{ bytes: 2_048, totalCallbacks: null, totalBytes: 4_096, error: null },
    faults: { count: 0, first: [] },
    ...change,
  }
}
const faults = (count: number, place: string) => ({ count, first: [{ place, what: 'It is not JSON.' }] })

describe('what came of an export or import', () => {
  it.each([
    [{}, '1,204 callbacks imported.'],
    [{ callbacks: 1, replies: 1 }, '1 callback and 1 reply imported.'],
    [
      { replies: 3, faults: faults(3, 'line 17') },
      '1,204 callbacks and 3 replies imported. 3 lines could not be read.',
    ],
    [{ faults: faults(1, 'entry 2') }, '1,204 callbacks imported. 1 entry could not be read.'],
    [{ state: 'cancelled' }, 'The import was cancelled. 1,204 callbacks imported before.'],
    [{ kind: 'export' }, '1,204 callbacks exported to a.jsonl (2.0 KiB).'],
    [{ kind: 'export', state: 'cancelled' }, 'The export was cancelled.'],
  ] as const)('%j is told as %s', (change, words) => {
    expect(endWords(job(change as Partial<SessionJob>))).toBe(words)
  })
})

describe('how far it is', () => {
  it.each([
    [{ state: 'running' }, '1,204 callbacks imported, 2.0 KiB of 4.0 KiB read', 0.5],
    [{ state: 'running', totalBytes: null }, '1,204 callbacks imported, 2.0 KiB read', null],
    [{ state: 'waiting' }, 'Sending the file…', 0.5],
    [
      { kind: 'export', state: 'running', totalCallbacks: 2_408 },
      '1,204 of 2,408 callbacks written, 2.0 KiB',
      0.5,
    ],
    // Repeats of selected callbacks come on top of what was counted.
    [
      { kind: 'export', state: 'running', totalCallbacks: 1_000 },
      '1,204 of 1,204 callbacks written, 2.0 KiB',
      1,
    ],
    [{ kind: 'export', state: 'waiting', totalCallbacks: 0 }, 'Waiting for the browser…', null],
  ] as const)('%j is told as %s', (change, words, fraction) => {
    expect(progressWords(job(change as Partial<SessionJob>))).toBe(words)
    expect(fractionOf(job(change as Partial<SessionJob>))).toBe(fraction)
  })
})

describe('exportChoices', () => {
  const valuesOf = (filter: string, selectedSeqs: readonly number[]) =>
    exportChoices({ total: 3, filter, selectedSeqs }).map(({ value }) => value)

  it('puts first what somebody has chosen', () => {
    expect(valuesOf('', [])).toEqual(['all'])
    expect(valuesOf('', [7])).toEqual(['all', 'selected'])
    expect(valuesOf('kind:status', [7])).toEqual(['filter', 'all', 'selected'])
    expect(valuesOf('kind:status', [7, 8])).toEqual(['selected', 'filter', 'all'])
  })
})
