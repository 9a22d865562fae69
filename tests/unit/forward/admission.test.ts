import { describe, expect, it } from 'vitest'
import { admit } from '#electron/forward/admission.ts'
import type { SignatureState } from '#shared/callback.ts'
import { everything, type FilteredCallback } from '#shared/messenger/matches-filter.ts'

const callback: FilteredCallback = {
  ...{ kind: 'inbound', signature: 'valid', type: 'text', summary: 'hi' },
  ...{ psid: '1', pageId: '2', messageUuid: 'm', errorCode: null },
}
const settings = {
  ...({ isOn: true, targetId: 't', mode: 'mirror', filter: everything, isUnverifiedAllowed: false } as const),
}

describe('admit', () => {
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
    expect(admit({ ...callback, signature }, { ...settings, isUnverifiedAllowed }).kind).toBe(kind)
  })

  it('tells of no signature where the filter leaves the callback out', () => {
    const filter = { ...everything, kind: 'status' } as const
    expect(admit({ ...callback, signature: 'invalid' }, { ...settings, filter })).toEqual({
      kind: 'left-out',
    })
  })
})
