import { describe, expect, it } from 'vitest'
import {
  newTargetFields,
  readTarget,
  urlsOf,
} from '../../../renderer/pages/replay/forwarding/target-form-state.ts'

const known = { id: null, allowedHost: null }
const fields = { ...newTargetFields, name: 'Shop', baseUrl: ' http://localhost:3000/bot/ ' }

describe('a target as it is typed', () => {
  it('is read without the spaces around it', () => {
    expect(readTarget(fields, known)).toEqual({
      target: { ...fields, ...known, baseUrl: 'http://localhost:3000/bot/' },
    })
  })

  it.each([
    [{ name: ' ' }, { name: 'Give the target a name.' }],
    [{ baseUrl: '' }, { baseUrl: 'Enter a base URL such as http://localhost:3000.' }],
    [{ baseUrl: 'localhost:3000' }, { baseUrl: 'Enter a base URL such as http://localhost:3000.' }],
    [{ baseUrl: 'ftp://localhost' }, { baseUrl: 'Enter a base URL such as http://localhost:3000.' }],
    [{ inboundPath: 'in' }, { inboundPath: 'A path starts with / and has no spaces.' }],
    [{ statusPath: '/a b' }, { statusPath: 'A path starts with / and has no spaces.' }],
  ])('has its problem beside the field (%j)', (change, problems) => {
    expect(readTarget({ ...fields, ...change }, known)).toEqual({ problems })
  })

  it('shows both addresses as soon as they can be known, name or not', () => {
    expect(urlsOf({ ...fields, name: '' })).toEqual({
      inbound: 'http://localhost:3000/bot/webhooks/inbound-message',
      status: 'http://localhost:3000/bot/webhooks/message-status',
    })
    expect(urlsOf({ ...fields, baseUrl: 'http:' })).toBeNull()
  })
})
