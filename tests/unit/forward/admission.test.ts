import { describe, expect, it } from 'vitest'
import { createAdmission } from '#electron/forward/admission.ts'
import { deriveCallback } from '#electron/store/derive.ts'
import type { SignatureState } from '#shared/callback.ts'
import type { ForwardSettings } from '#shared/forward.ts'
import { everything } from '#shared/search/filter-text.ts'
import { intakeOf, statusIntake } from '../../support/intakes.ts'

const NOW_MS = 1_700_000_100_000
const admit = createAdmission({ nowMs: () => NOW_MS, isSentFromHere: (uuid) => uuid === 'ours' })
const settings: ForwardSettings = {
  ...({ isOn: true, targetId: 't', mode: 'mirror', filter: everything, isUnverifiedAllowed: false } as const),
}
const inbound = intakeOf(
  '{"message_uuid":"m","message_type":"text","text":"Where is my order?","from":"1","to":"2"}',
)

function arrival(intake = inbound, signature: SignatureState = 'valid', firstSeq: number | null = null) {
  const stored = { ...intake, seq: 7 }
  const judge = () => ({ state: signature, jti: null })
  const history = { countEarlier: () => 0, firstDelivery: () => firstSeq }
  return { intake: stored, callback: deriveCallback(stored, judge, history) }
}

describe('a callback that comes in', () => {
  const cases: readonly (readonly [SignatureState, boolean, string])[] = [
    ['valid', false, 'admitted'],
    ['unsigned', false, 'held-back'],
    ['invalid', false, 'held-back'],
    ['unknown', false, 'held-back'],
    ['unsigned', true, 'admitted'],
    ['invalid', true, 'admitted'],
    ['unknown', true, 'admitted'],
  ]
  it.each(cases)('%s, unverified allowed %s: %s', (signature, isUnverifiedAllowed, kind) => {
    expect(admit(arrival(inbound, signature), { ...settings, isUnverifiedAllowed }).kind).toBe(kind)
  })

  it.each([
    ['kind:inbound', 'admitted'],
    ['kind:status', 'left-out'],
    ['person:1 page:2 ord', 'admitted'],
    ['"my order"', 'admitted'],
    ['"order my"', 'left-out'],
    ['-text:order', 'left-out'],
    ['since:2m', 'admitted'],
    ['since:1m', 'left-out'],
    ['has:note', 'left-out'],
    ['is:pinned', 'left-out'],
    ['has:repeat', 'left-out'],
  ])('is passed on under the filter %s: %s', (filter, kind) => {
    expect(admit(arrival(), { ...settings, filter }).kind).toBe(kind)
  })

  it('is known as a repeat, a failure, and the status of a message from here', () => {
    const under = (filter: string, what: ReturnType<typeof arrival>) =>
      admit(what, { ...settings, filter }).kind
    expect(under('has:repeat', arrival(inbound, 'valid', 3))).toBe('admitted')
    const ours = arrival(statusIntake('ours', 'rejected', NOW_MS))
    const theirs = arrival(statusIntake('theirs', 'delivered', NOW_MS))
    expect(under('has:reply has:error', ours)).toBe('admitted')
    expect(under('has:reply', theirs)).toBe('left-out')
    expect(under('-has:error', theirs)).toBe('admitted')
  })

  it('of which the filter says nothing is not held back for its signature', () => {
    const filter = 'kind:status'
    expect(admit(arrival(inbound, 'invalid'), { ...settings, filter })).toEqual({ kind: 'left-out' })
  })

  it('is held back while the filter cannot be read', () => {
    expect(admit(arrival(), { ...settings, filter: 'kind:foo' })).toMatchObject({
      kind: 'held-back',
      reason: expect.stringContaining('kind does not know foo'),
    })
  })
})
