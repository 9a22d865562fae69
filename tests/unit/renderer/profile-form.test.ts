import { describe, expect, it } from 'vitest'
import type { ProfileView } from '#shared/profile.ts'
import {
  fieldsOf,
  inputOf,
  newProfileFields,
  problemsOf,
} from '../../../renderer/pages/settings/profile-form-state.ts'
import { readPort } from '../../../renderer/pages/settings/read-port.ts'

const named = { ...newProfileFields, name: 'Shop' }

describe('the profile form', () => {
  it('needs a name, and for a custom base URL an address', () => {
    expect(problemsOf(newProfileFields)).toEqual({ name: 'Give the profile a name.' })
    expect(problemsOf(named)).toEqual({})
    expect(problemsOf({ ...named, baseUrl: 'custom', customUrl: 'example.com' })).toHaveProperty('customUrl')
    expect(problemsOf({ ...named, baseUrl: 'custom', customUrl: ' http://127.0.0.1:4181 ' })).toEqual({})
  })

  it('keeps stored secrets unless a new value was entered', () => {
    const fields = {
      ...named,
      secrets: {
        privateKey: { do: 'set', value: '  ' },
        apiSecret: { do: 'set', value: 's3' },
        signatureSecret: { do: 'clear' },
      },
    } as const
    expect(inputOf('p1', fields).secrets).toEqual({
      privateKey: { do: 'keep' },
      apiSecret: { do: 'set', value: 's3' },
      signatureSecret: { do: 'clear' },
    })
  })

  it('opens a stored profile without its secrets', () => {
    const stored: ProfileView = {
      id: 'p1',
      name: 'Shop',
      applicationId: 'app',
      apiKey: 'key',
      baseUrl: { kind: 'custom', url: 'https://example.com' },
      origin: 'stored',
      variables: [],
      messagesUrl: 'https://example.com',
      secrets: {
        privateKey: { state: 'set', hint: 'RSA 2048', isProtected: true },
        apiSecret: { state: 'not-set' },
        signatureSecret: { state: 'not-set' },
      },
    }
    const input = inputOf('p1', fieldsOf(stored))
    expect(input.profile).toEqual({
      id: 'p1',
      name: 'Shop',
      applicationId: 'app',
      apiKey: 'key',
      baseUrl: stored.baseUrl,
    })
    expect(Object.values(input.secrets)).toEqual([{ do: 'keep' }, { do: 'keep' }, { do: 'keep' }])
  })
})

describe('readPort', () => {
  it.each([
    ['4180', 4180],
    [' 0 ', 0],
    ['65535', 65535],
    ['65536', null],
    ['-1', null],
    ['41.8', null],
    ['', null],
    ['port', null],
  ])('%j', (typed, port) => {
    expect(readPort(typed)).toBe(port)
  })
})
