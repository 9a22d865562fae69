import { describe, expect, it } from 'vitest'
import { exactBody } from '#electron/bytes/exact-body.ts'
import { compareOutcomes } from '#shared/replay/compare-outcomes.ts'
import type { TargetOutcome } from '#shared/target.ts'

function answered(httpStatus: number, body: string | Uint8Array = '', isBodyCut = false): TargetOutcome {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  return { kind: 'answered', httpStatus, headers: [], body: exactBody(bytes), isBodyCut }
}
function failed(code: string, what = 'It did not answer.'): TargetOutcome {
  return { kind: 'failed', error: { code, what, why: '', fix: '' } }
}
const heldBack = (reason: string): TargetOutcome => ({ kind: 'held-back', reason })

describe('compareOutcomes', () => {
  it.each<[string, TargetOutcome | null, TargetOutcome, string, string | undefined]>([
    ['nothing before', null, answered(500), 'first', undefined],
    ['a cancel', answered(200), failed('CANCELLED'), 'first', undefined],
    ['the same', answered(200, 'ok'), answered(200, 'ok'), 'same', undefined],
    ['the same failure', failed('NETWORK_REFUSED', 'A'), failed('NETWORK_REFUSED', 'B'), 'same', undefined],
    ['a fix', answered(500), answered(200), 'fixed', 'Status 200 instead of 500.'],
    ['a new fault', answered(204), answered(302), 'regressed', 'Status 302 instead of 204.'],
    [
      'an answer at last',
      failed('NETWORK_TIMEOUT'),
      answered(200),
      'fixed',
      'Status 200 instead of no answer (It did not answer).',
    ],
    [
      'no answer any more',
      answered(200),
      failed('NETWORK_TIMEOUT'),
      'regressed',
      'No answer (It did not answer) instead of status 200.',
    ],
    ['another good status', answered(200), answered(202), 'changed', 'Status 202 instead of 200.'],
    ['another bad one', answered(500), answered(503), 'changed', 'Status 503 instead of 500.'],
    [
      'another failure',
      failed('NETWORK_TIMEOUT'),
      failed('NETWORK_REFUSED', 'It refused.'),
      'changed',
      'No answer (It refused) instead of no answer (It did not answer).',
    ],
    ['held back again', heldBack('A.'), heldBack('A.'), 'same', undefined],
    [
      'sent this time',
      heldBack('Too large.'),
      answered(200),
      'fixed',
      'Status 200 instead of nothing sent (Too large).',
    ],
    [
      'another word',
      answered(200, '{"a":1,\n"ok":true}'),
      answered(200, '{"a":1,\n"ok":false}'),
      'changed',
      'Body line 2, column 6: “"ok":false}” instead of “"ok":true}”.',
    ],
    [
      'a longer body',
      answered(200, 'ok'),
      answered(200, 'ok\nmore'),
      'changed',
      'Body line 1, column 3: a line break instead of the end.',
    ],
    [
      'an emptied body',
      answered(200, 'ok'),
      answered(200, ''),
      'changed',
      'Body line 1, column 1: the end instead of “ok”.',
    ],
    [
      'half an emoji apart',
      answered(200, '😀'),
      answered(200, '😁'),
      'changed',
      'Body line 1, column 1: “😁” instead of “😀”.',
    ],
    [
      'bytes',
      answered(200, Uint8Array.of(0xff, 1)),
      answered(200, Uint8Array.of(0xff, 2)),
      'changed',
      'Body byte 2: 0x02 instead of 0x01.',
    ],
    [
      'bytes instead of text',
      answered(200, 'a'),
      answered(200, Uint8Array.of(0x61, 0xff)),
      'changed',
      'Body byte 2: 0xff instead of the end.',
    ],
    [
      'a body that goes on',
      answered(200, 'abc'),
      answered(200, 'abc', true),
      'changed',
      'The body goes on after 3 bytes, where it ended before.',
    ],
  ])('%s', (_name, before, now, kind, difference) => {
    expect(compareOutcomes(before, now)).toEqual(difference === undefined ? { kind } : { kind, difference })
  })
})
