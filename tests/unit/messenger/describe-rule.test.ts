import { describe, expect, it } from 'vitest'
import { describeRule } from '#shared/messenger/describe-rule.ts'
import type { ResponseRuleInput } from '#shared/response-rule.ts'

const rule: ResponseRuleInput = {
  match: { kind: 'inbound', psid: '', messageUuid: '' },
  action: { kind: 'answer', httpStatus: 503 },
  delayMs: 20_000,
  remaining: 3,
}
const forKind = (kind: ResponseRuleInput['match']['kind'], change: object = {}) => ({
  ...rule,
  delayMs: 0,
  match: { ...rule.match, kind, ...change },
})

describe('describeRule', () => {
  it.each<[ResponseRuleInput, string]>([
    [rule, 'Answering 503 after 20 s to the next 3 inbound messages'],
    [{ ...rule, delayMs: 500, remaining: 1 }, 'Answering 503 after 0.5 s to the next inbound message'],
    [{ ...forKind('status'), remaining: null }, 'Answering 503 to every status'],
    [{ ...forKind(null), action: { kind: 'drop' } }, 'Dropping the connection for the next 3 callbacks'],
    [forKind('inbound', { psid: '22' }), 'Answering 503 to the next 3 inbound messages from 22'],
    [forKind('status', { psid: '22' }), 'Answering 503 to the next 3 statuses about messages to 22'],
    [
      forKind(null, { psid: '22', messageUuid: 'm-1' }),
      'Answering 503 to the next 3 callbacks about 22 with message_uuid m-1',
    ],
  ])('%j', (input, sentence) => expect(describeRule(input)).toBe(sentence))
})
