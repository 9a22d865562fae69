import { describe, expect, it } from 'vitest'
import { ResponseRuleInput } from '#shared/response-rule.ts'
import {
  type RuleFields,
  readRule,
  ruleLike,
  vonageHint,
} from '../../../renderer/pages/callbacks/rule-form.ts'
import { rowOf } from './rows.ts'

const empty = ruleLike(null)
const read = (change: Partial<RuleFields>) => readRule({ ...empty, ...change })

describe('a rule begun from the selected callback', () => {
  it('is for the person and kind of an inbound message, whose own message_uuid nobody else has', () => {
    expect(ruleLike(rowOf({ seq: 1 }))).toMatchObject({ kind: 'inbound', psid: 'psid-1', messageUuid: '' })
  })

  it('is for the message of a status', () => {
    expect(ruleLike(rowOf({ seq: 1, kind: 'status' }))).toMatchObject({
      kind: 'status',
      psid: 'psid-1',
      messageUuid: 'uuid-1',
    })
  })

  it('is for every callback when nothing fit is selected', () => {
    const anything = { kind: 'any', psid: '', messageUuid: '' }
    expect(empty).toMatchObject(anything)
    expect(ruleLike(rowOf({ seq: 1, kind: 'other' }))).toMatchObject(anything)
    expect(ruleLike(rowOf({ seq: 1, psid: null }))).toMatchObject({ psid: '' })
  })
})

describe('the fields of a rule', () => {
  it.each<[Partial<RuleFields>, Partial<ResponseRuleInput>]>([
    [{}, { action: { kind: 'answer', httpStatus: 503 }, delayMs: 0, remaining: 3 }],
    [{ kind: 'status', psid: ' 22 ' }, { match: { kind: 'status', psid: '22', messageUuid: '' } }],
    [{ answer: 'own', ownStatus: '418' }, { action: { kind: 'answer', httpStatus: 418 } }],
    [{ answer: 'drop' }, { action: { kind: 'drop' } }],
    [{ delaySeconds: '0,5' }, { delayMs: 500 }],
    [{ delaySeconds: '120' }, { delayMs: 120_000 }],
    [{ lasts: 'until-removed', count: 'many' }, { remaining: null }],
    [{ answer: '404', ownStatus: 'nonsense' }, { action: { kind: 'answer', httpStatus: 404 } }],
  ])('%j make a rule that the contract takes', (change, expected) => {
    const reading = read(change)
    expect(reading).toMatchObject({ ok: true, rule: expected })
    if (reading.ok) expect(ResponseRuleInput.parse(reading.rule)).toEqual(reading.rule)
  })

  it.each<[Partial<RuleFields>, string]>([
    [{ answer: 'own', ownStatus: '' }, 'ownStatus'],
    [{ answer: 'own', ownStatus: '199' }, 'ownStatus'],
    [{ answer: 'own', ownStatus: '600' }, 'ownStatus'],
    [{ delaySeconds: '121' }, 'delaySeconds'],
    [{ delaySeconds: '-1' }, 'delaySeconds'],
    [{ delaySeconds: '' }, 'delaySeconds'],
    [{ count: '0' }, 'count'],
    [{ count: '1.5' }, 'count'],
  ])('%j name what is wrong', (change, field) => {
    const reading = read(change)
    expect(reading.ok ? [] : Object.keys(reading.faults)).toEqual([field])
  })

  it.each<[Partial<RuleFields>, RegExp]>([
    [{ answer: '200' }, /for delivered/],
    [{ answer: '200', delaySeconds: '16' }, /waits 15 s/],
    [{ answer: '503' }, /delivers again: after 5 s/],
    [{ answer: 'own', ownStatus: '429' }, /delivers again/],
    [{ answer: '404' }, /disagree/],
    [{ answer: 'drop' }, /failure/],
  ])('%j say what Vonage makes of it', (change, hint) => {
    expect(vonageHint({ ...empty, ...change })).toMatch(hint)
  })
})
