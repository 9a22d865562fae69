import { describe, expect, it } from 'vitest'
import type { ReplayRun } from '#shared/replay.ts'
import type { TargetOutcome } from '#shared/target.ts'
import { passedOnWords } from '../../../renderer/pages/callbacks/passed-on-words.ts'
import { outcomeTag, redirectOf } from '../../../renderer/pages/callbacks/target-delivery-words.ts'
import { jsonFault } from '../../../renderer/replay-dialog/json-fault.ts'
import { runWords, selectionWords, signingWords } from '../../../renderer/replay-dialog/replay-words.ts'

const error = { code: 'TARGET_UNREACHABLE', what: 'Nothing listens there.', why: '', fix: '' }
const emptyBody = { encoding: 'utf8', text: '', sizeBytes: 0 } as const

describe('the mark of a row', () => {
  it.each([
    [{ kind: 'answered', httpStatus: 200 }, '200', 'ok'],
    [{ kind: 'answered', httpStatus: 302 }, '302', 'bad'],
    [{ kind: 'answered', httpStatus: 500 }, '500', 'bad'],
    [{ kind: 'failed', httpStatus: null }, 'failed', 'bad'],
    [{ kind: 'held-back', httpStatus: null }, 'held', 'warn'],
  ] as const)('%j reads %s', (passedOn, short, tone) => {
    expect(passedOnWords(passedOn)).toMatchObject({ short, tone })
  })
})

describe('what the dialog is about', () => {
  it.each([
    ['', 'All that are captured.'],
    ['kind:status x', 'All that match kind:status x, in the list or not.'],
  ])('names the filter %j, wherever it was written', (filter, words) => {
    expect(selectionWords({ kind: 'filter', filter })).toBe(words)
  })
})

describe('a delivery to the own server', () => {
  it('says in a word what came of it', () => {
    const answered: TargetOutcome = {
      kind: 'answered',
      httpStatus: 204,
      headers: [],
      body: emptyBody,
      isBodyCut: false,
    }
    expect(outcomeTag(answered)).toEqual({ word: '204', tone: 'ok' })
    expect(outcomeTag({ kind: 'failed', error })).toEqual({ word: 'failed', tone: 'bad' })
    expect(outcomeTag({ kind: 'held-back', reason: '' })).toEqual({ word: 'held back', tone: 'warn' })
  })

  it('knows where a redirect leads', () => {
    const headers: [string, string][] = [['LOCATION', 'http://localhost:3000/elsewhere']]
    expect(redirectOf({ httpStatus: 301, headers })).toBe('http://localhost:3000/elsewhere')
    expect(redirectOf({ httpStatus: 304, headers: [] })).toBeNull()
    expect(redirectOf({ httpStatus: 201, headers })).toBeNull()
  })
})

describe('signingWords', () => {
  const secret = { state: 'set', hint: 'abcd', isProtected: true } as const

  it('tells an old signature from a new one and from none', () => {
    expect(signingWords('exact', secret, 'Shop').text).toContain('the signature it came with')
    expect(signingWords('edited', secret, 'Shop').text).toContain('Signed anew')
    expect(signingWords('edited', { state: 'not-set' }, 'Shop')).toMatchObject({ tone: 'warn' })
    const unreadable = { state: 'unreadable', reason: 'The keyring is locked.' } as const
    expect(signingWords('rewritten', unreadable, 'Shop').text).toContain('The keyring is locked.')
  })
})

describe('runWords', () => {
  const run: ReplayRun = {
    id: 'run',
    startedAtMs: 0,
    request: {
      selection: { kind: 'callbacks', seqs: [1, 2] },
      targetId: 'target',
      content: { kind: 'exact' },
      pace: { kind: 'original' },
      repeat: 1,
    },
    targetName: 'My server',
    state: 'finished',
    total: 1200,
    sent: 1200,
    ok: 1200,
    failed: 0,
    fixed: 0,
    regressed: 0,
    durationMs: 2100,
  }

  it('says how a run ended', () => {
    expect(runWords(run)).toBe('1,200 callbacks replayed to My server in 2.1 s: all answered 2xx.')
    expect(runWords({ ...run, ok: 1190, failed: 10 })).toContain('1,190 answered 2xx, 10 did not.')
    expect(runWords({ ...run, state: 'cancelled', sent: 3, ok: 3 })).toMatch(/^Cancelled\. 3 callbacks/)
    expect(runWords({ ...run, state: 'running', sent: 37 })).toBe('37 of 1,200 replayed to My server')
  })
})

describe('jsonFault', () => {
  it('says what keeps a text from being JSON', () => {
    expect(jsonFault('{"a": 1}')).toBeNull()
    expect(jsonFault('{"a": }')).toMatch(/JSON/)
  })
})
