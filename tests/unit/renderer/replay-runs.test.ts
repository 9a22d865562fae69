import { describe, expect, it } from 'vitest'
import type { ReplayRequest, ReplayRun } from '#shared/replay.ts'
import { withNews } from '../../../renderer/pages/replay/runs/replay-runs.ts'
import { comparisonWords, outcomeWords } from '../../../renderer/pages/replay/runs/result-words.ts'
import { countWords, mannerWords, selectionWords } from '../../../renderer/pages/replay/runs/run-words.ts'

const request: ReplayRequest = {
  selection: { kind: 'filter', filter: '' },
  targetId: 't',
  content: { kind: 'exact' },
  pace: { kind: 'fast', concurrency: 32, order: 'person' },
  repeat: 1,
}

function run(id: string, more: Partial<ReplayRun> = {}): ReplayRun {
  const counts = { total: 10, sent: 0, ok: 0, failed: 0, fixed: 0, regressed: 0 }
  return { id, startedAtMs: 1, request, targetName: 'S', state: 'running', durationMs: 0, ...counts, ...more }
}

const news = (...runs: readonly ReplayRun[]) => new Map(runs.map((one) => [one.id, one]))

describe('withNews', () => {
  it('puts a run that has just started before the loaded ones', () => {
    const shown = withNews([run('a', { startedAtMs: 1 })], news(run('b', { startedAtMs: 2 })))
    expect(shown.map(({ id }) => id)).toEqual(['b', 'a'])
  })

  it.each([
    ['an event that has got further', run('a', { sent: 3 }), run('a', { sent: 5 }), run('a', { sent: 5 })],
    ['a load that has got further', run('a', { sent: 7 }), run('a', { sent: 5 }), run('a', { sent: 7 })],
    [
      'the loaded end of the run',
      run('a', { sent: 5, state: 'finished' }),
      run('a', { sent: 5 }),
      run('a', { sent: 5, state: 'finished' }),
    ],
  ])('shows %s', (_, loaded, told, shown) => {
    expect(withNews([loaded], news(told))).toEqual([shown])
  })

  it('shows the end that an event told, whatever was loaded before', () => {
    const [shown] = withNews([run('a', { sent: 10 })], news(run('a', { sent: 10, state: 'finished' })))
    expect(shown?.state).toBe('finished')
  })
})

describe('what is said of a run', () => {
  it.each([
    [{ kind: 'callbacks', seqs: [4] }, '1 chosen callback'],
    [{ kind: 'callbacks', seqs: [4, 5] }, '2 chosen callbacks'],
    [
      { kind: 'conversation', psid: '1111111111111111', pageId: '42' },
      'Conversation of 1111…1111 with Page 42',
    ],
    [{ kind: 'filter', filter: '' }, 'All callbacks'],
    [{ kind: 'filter', filter: 'kind:status sig:fail x' }, 'Callbacks that match kind:status sig:fail x'],
  ] satisfies [ReplayRequest['selection'], string][])('names the selection %j', (selection, words) => {
    expect(selectionWords(selection)).toBe(words)
  })

  it.each([
    [{}, 'exact bytes · 32 at once, in order per person'],
    [
      { pace: { kind: 'fast', concurrency: 8, order: 'all' }, repeat: 1_000 },
      'exact bytes · one after the other · 1,000 times',
    ],
    [
      {
        content: { kind: 'rewritten', hasNewIds: true, hasNewTimes: false },
        pace: { kind: 'gap', gapMs: 500 },
      },
      'new ids · 500 ms apart',
    ],
    [
      { content: { kind: 'edited', bodyText: '{}' }, pace: { kind: 'original' } },
      'edited body · original timing',
    ],
  ] satisfies [Partial<ReplayRequest>, string][])('names the manner %j', (change, words) => {
    expect(mannerWords({ ...request, ...change })).toBe(words)
  })

  it('counts only what occurred, and the good answers always', () => {
    expect(countWords(run('a'))).toEqual([{ text: '0 ok', tone: 'neutral' }])
    expect(countWords(run('a', { ok: 1_200, regressed: 1 })).map(({ text }) => text)).toEqual([
      '1,200 ok',
      '1 regressed',
    ])
  })
})

describe('what is said of a result', () => {
  const answered = (httpStatus: number) =>
    ({
      kind: 'answered',
      httpStatus,
      headers: [],
      body: { encoding: 'utf8', text: '', sizeBytes: 0 },
      isBodyCut: false,
    }) as const

  it.each([
    [answered(204), '204', 'ok', null],
    [answered(307), '307', 'bad', 'a redirect, not followed'],
    [answered(500), '500', 'bad', null],
    [
      { kind: 'failed', error: { code: 'X', what: 'Refused.', why: '', fix: '' } },
      'no answer',
      'bad',
      'Refused.',
    ],
    [{ kind: 'held-back', reason: 'Not allowed.' }, 'not sent', 'warn', 'Not allowed.'],
  ] as const)('says what the target did (%#)', (outcome, word, tone, why) => {
    const mutable = outcome.kind === 'answered' ? { ...outcome, headers: [] } : outcome
    expect(outcomeWords(mutable)).toEqual({ word, tone, why })
  })

  it('says what differs from the run before', () => {
    expect(comparisonWords({ kind: 'fixed', difference: '500, now 200' })).toEqual({
      word: 'fixed',
      tone: 'ok',
      difference: '500, now 200',
    })
    expect(comparisonWords({ kind: 'first' }).difference).toBe('')
  })
})
