import { describe, expect, it } from 'vitest'
import { decisiveCheck } from '../../../renderer/pages/callbacks/decisive-check.ts'
import {
  answerWords,
  deliveriesSentence,
  offsetWords,
  scheduleWords,
} from '../../../renderer/pages/callbacks/delivery-words.ts'
import { mediaHost } from '../../../renderer/pages/callbacks/media-host.ts'
import { rowSummary } from '../../../renderer/pages/callbacks/row-words.ts'
import { adviceOn, verbatimError } from '../../../renderer/pages/callbacks/status-error-words.ts'

describe('the summary of a row', () => {
  it.each([
    ['1340', 'Outside of the allowed window', '1340 · Outside the 24-hour window'],
    ['9999', 'Something new', '9999 · Something new'],
    ['9999', '9999', '9999'],
  ])('explains code %s', (errorCode, summary, expected) => {
    expect(rowSummary({ errorCode, summary, reply: null })).toBe(expected)
  })

  it('names the reply behind the error', () => {
    const reply = { id: 'r', summary: 'Thanks', delayMs: 900 }
    expect(rowSummary({ errorCode: '1300', summary: 'x', reply })).toMatch(
      /^1300 · This id is not a Messenger user of this Page · reply “Thanks” · 0\.9 s after send$/,
    )
    expect(rowSummary({ errorCode: null, summary: 'x', reply })).toBe('reply “Thanks” · 0.9 s after send')
  })
})

describe('the error of a status', () => {
  it('is explained where the code is listed, whatever stands around it', () => {
    expect(adviceOn({ code: '1370', reason: null }).meaning).toMatch(/link .* expired/)
  })

  it('is said to be unlisted, or to have no code', () => {
    expect(adviceOn({ code: '4711', reason: null }).meaning).toBe(
      'Code 4711 is not in Vonage’s list of error codes.',
    )
    expect(adviceOn({ code: null, reason: 'x' }).meaning).toMatch(/without an error code/)
  })

  it('is repeated word for word', () => {
    expect(verbatimError({ code: '1340', reason: 'Outside' })).toBe('1340 · Outside')
    expect(verbatimError({ code: null, reason: 'Outside' })).toBe('Outside')
    expect(verbatimError({ code: null, reason: null })).toBeNull()
  })
})

describe('deliveries in words', () => {
  const delivery = { seq: 1, receivedAtMs: 0, offsetMs: 0, answer: null, schedule: null }
  const answered = (httpStatus: number) => ({ ...delivery, answer: { httpStatus, durationMs: 12 } })

  it('tells what was answered', () => {
    expect(answerWords(answered(200))).toEqual({ word: '200', tone: 'ok', after: '12 ms' })
    expect(answerWords(answered(503))).toMatchObject({ word: '503', tone: 'bad' })
    expect(answerWords(answered(0))).toMatchObject({ word: 'connection dropped', tone: 'bad' })
    expect(answerWords(delivery)).toEqual({ word: 'not answered', tone: 'warn', after: null })
  })

  it('tells when it came and whether that fits', () => {
    const repeat = { offsetMs: 5_000, schedule: { fits: true, expected: '+5 s after the first' } }
    expect([offsetWords(delivery), scheduleWords(delivery)]).toEqual(['first', null])
    expect([offsetWords(repeat), scheduleWords(repeat)]).toEqual(['+5.0 s', { word: 'fits', tone: 'ok' }])
    expect(scheduleWords({ schedule: { fits: false, expected: '' } })?.word).toBe('off schedule')
  })

  it('sums them up', () => {
    expect(deliveriesSentence([answered(200)])).toMatch(/^Delivered once/)
    expect(deliveriesSentence([answered(503), answered(200)])).toBe(
      'Delivered 2 times with the same content; the last was answered 200.',
    )
    expect(deliveriesSentence([answered(503), answered(0)])).toMatch(/the last connection was dropped\.$/)
  })
})

describe('mediaHost', () => {
  it.each([
    ['https://api-us.nexmo.com/v3/media/1', 'api-us.nexmo.com'],
    ['http://127.0.0.1:80/x', '127.0.0.1'],
    ['http://127.0.0.1:8080/x', '127.0.0.1:8080'],
    ['file:///etc/passwd', null],
    ['javascript:alert(1)', null],
    ['nothing', null],
  ])('%s leads to %s', (url, host) => expect(mediaHost(url)).toBe(host))
})

describe('the check that decides', () => {
  const check = (id: string, ok: boolean | null, severity: 'error' | 'warning' = 'error') => ({
    id,
    title: id,
    ok,
    severity,
    expected: '',
    actual: '',
    why: '',
    fix: '',
  })

  it.each([
    [[check('a', true), check('w', false, 'warning'), check('b', false), check('c', null)], 'b'],
    [[check('a', true), check('w', false, 'warning'), check('v', false, 'warning')], 'w'],
    [[check('a', true), check('c', null)], undefined],
    [[], undefined],
  ])('is the first error, else the first warning', (checks, id) => {
    expect(decisiveCheck(checks)?.id).toBe(id)
  })
})
