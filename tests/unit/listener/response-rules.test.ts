import { describe, expect, it } from 'vitest'
import { createResponseRules } from '#electron/listener/response-rules.ts'
import type { ReadCallback } from '#shared/callback.ts'
import type { ResponseRuleInput } from '#shared/response-rule.ts'

const message = {
  version: 'v1',
  channel: 'messenger',
  timestamp: null,
  clientRef: null,
  pageId: '1',
} as const
const inbound: ReadCallback = {
  kind: 'inbound',
  ...message,
  psid: '2',
  messageUuid: 'm-1',
  content: { type: 'unsupported' },
}
const status: ReadCallback = {
  kind: 'status',
  ...message,
  psid: '2',
  messageUuid: 'm-2',
  status: 'read',
  error: null,
}
const other: ReadCallback = { kind: 'other', reason: 'not-json', explanation: '' }

const any: ResponseRuleInput = {
  match: { kind: null, psid: '', messageUuid: '' },
  action: { kind: 'answer', httpStatus: 503 },
  delayMs: 0,
  remaining: null,
}
function rulesOf(...inputs: readonly ResponseRuleInput[]) {
  let changes = 0
  let ids = 0
  const rules = createResponseRules({
    newId: () => String(++ids),
    onChange: () => {
      changes += 1
    },
  })
  for (const input of inputs) rules.add(input)
  return { rules, changes: () => changes }
}

describe('a response rule', () => {
  it.each([
    ['everything', {}, [true, true, false]],
    ['a kind', { kind: 'status' as const }, [false, true, false]],
    ['a person', { psid: '2' }, [true, true, false]],
    ['another person', { psid: '3' }, [false, false, false]],
    ['a message', { messageUuid: 'm-1' }, [true, false, false]],
  ])('for %s', (_name, match, expected) => {
    const { rules } = rulesOf({ ...any, match: { ...any.match, ...match } })
    expect([inbound, status, other].map((read) => rules.take(() => read) !== null)).toEqual(expected)
  })

  it('goes after its N callbacks, and says so each time', () => {
    const { rules, changes } = rulesOf({ ...any, remaining: 2 })
    expect(rules.take(() => other)).toBeNull()
    expect(rules.take(() => inbound)?.remaining).toBe(2)
    expect(rules.list()).toMatchObject([{ remaining: 1 }])
    expect(rules.take(() => inbound)?.remaining).toBe(1)
    expect(rules.list()).toEqual([])
    expect(rules.take(() => inbound)).toBeNull()
    expect(changes()).toBe(3)
  })

  it('gives way to an older one that matches as well', () => {
    const { rules } = rulesOf({ ...any, remaining: 1 }, { ...any, action: { kind: 'drop' } })
    expect([1, 2, 3].map(() => rules.take(() => inbound)?.action.kind)).toEqual(['answer', 'drop', 'drop'])
    rules.remove('2')
    expect(rules.take(() => inbound)).toBeNull()
  })

  it('is not asked about a callback while there is none', () => {
    const { rules } = rulesOf()
    expect(
      rules.take(() => {
        throw new Error('read for nothing')
      }),
    ).toBeNull()
  })
})
