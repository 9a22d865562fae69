import { describe, expect, it } from 'vitest'
import { type ConnectFacts, connectLights, type Light } from '#shared/messenger/connect-lights.ts'
import type { ProfileView } from '#shared/profile.ts'

const SET = { state: 'set', hint: '…abcd', isProtected: true } as const
const NOT_SET = { state: 'not-set' } as const
const PROFILE: ProfileView = {
  id: 'shop',
  name: 'Shop',
  applicationId: 'app-1',
  apiKey: 'a1b2c3d4',
  baseUrl: { kind: 'production' },
  origin: 'stored',
  variables: [],
  messagesUrl: 'https://api.nexmo.com',
  secrets: { privateKey: SET, apiSecret: SET, signatureSecret: SET },
}
const NOTHING = { kind: 'not-asked' } as const
const REFUSED = {
  kind: 'failed',
  error: { code: 'HTTP_REFUSED', what: 'Not accepted.', why: 'Wrong secret.', fix: 'Correct it.' },
} as const
const FACTS: ConnectFacts = {
  profile: PROFILE,
  keyChecks: NOTHING,
  pageLinks: NOTHING,
  tunnel: { state: 'off' },
  isPointedHere: NOTHING,
  signedCallbackAtMs: null,
}

function light(id: Light['id'], change: Partial<ConnectFacts>, profile: Partial<ProfileView> = {}): Light {
  const lights = connectLights({ ...FACTS, ...change, profile: { ...PROFILE, ...profile } })
  const found = lights.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no light ${id}`)
  return found
}

describe('the lights', () => {
  it('are six, in the order of the way', () => {
    expect(connectLights(FACTS).map(({ id, state }) => `${id} ${state}`)).toEqual([
      'key ok',
      'application unknown',
      'page unknown',
      'tunnel todo',
      'addresses unknown',
      'callback todo',
    ])
  })

  it('say what to do wherever something is missing', () => {
    for (const { state, fix } of connectLights(FACTS)) expect(fix === '').toBe(state === 'ok')
  })

  it('are nearly all green with the simulator', () => {
    const lights = connectLights({ ...FACTS, profile: { ...PROFILE, baseUrl: { kind: 'simulator' } } })
    expect(lights.filter(({ state }) => state === 'ok').map(({ id }) => id)).toEqual([
      'key',
      'application',
      'page',
      'tunnel',
    ])
  })

  it.each<[string, Light['id'], Partial<ConnectFacts>, Partial<ProfileView>, Light['state']]>([
    ['no key', 'key', {}, { secrets: { ...PROFILE.secrets, privateKey: NOT_SET } }, 'todo'],
    [
      'a key of another host',
      'key',
      {},
      { secrets: { ...PROFILE.secrets, privateKey: { state: 'unreadable', reason: 'Stored elsewhere.' } } },
      'failed',
    ],
    ['no application id', 'application', {}, { applicationId: '' }, 'todo'],
    ['a refused comparison', 'application', { keyChecks: REFUSED }, {}, 'failed'],
    ['a comparison without fault', 'application', { keyChecks: { kind: 'answered', value: [] } }, {}, 'ok'],
    [
      'a linked Page',
      'page',
      { pageLinks: { kind: 'answered', value: [{ pageId: '1', name: 'Shop', applications: ['app-1'] }] } },
      {},
      'ok',
    ],
    [
      'a Page of another application',
      'page',
      { pageLinks: { kind: 'answered', value: [{ pageId: '1', name: '', applications: ['app-2'] }] } },
      {},
      'todo',
    ],
    ['no linked Page', 'page', { pageLinks: { kind: 'answered', value: [] } }, {}, 'todo'],
    ['an accounts API that does not answer', 'page', { pageLinks: REFUSED }, {}, 'unknown'],
    ['the proof of a callback', 'page', { pageLinks: REFUSED, signedCallbackAtMs: 1 }, {}, 'ok'],
    [
      'a tunnel online',
      'tunnel',
      { tunnel: { state: 'online', url: 'https://t.example', sinceMs: 1, latencyMs: 2 } },
      {},
      'ok',
    ],
    ['a tunnel that starts', 'tunnel', { tunnel: { state: 'starting', sinceMs: 1 } }, {}, 'unknown'],
    [
      'an application pointed here',
      'addresses',
      { isPointedHere: { kind: 'answered', value: true } },
      {},
      'ok',
    ],
    ['one pointed elsewhere', 'addresses', { isPointedHere: { kind: 'answered', value: false } }, {}, 'todo'],
    ['the sandbox', 'addresses', {}, { baseUrl: { kind: 'sandbox' } }, 'unknown'],
    ['a signed callback', 'callback', { signedCallbackAtMs: 1 }, {}, 'ok'],
    [
      'no signature secret',
      'callback',
      {},
      { secrets: { ...PROFILE.secrets, signatureSecret: NOT_SET } },
      'todo',
    ],
  ])('with %s', (_, id, change, profile, state) => {
    expect(light(id, change, profile).state).toBe(state)
  })

  it('remind of the end of a link', () => {
    const links: ConnectFacts['pageLinks'] = {
      kind: 'answered',
      value: [{ pageId: '7', name: 'Shop', applications: ['app-1'] }],
    } as const
    expect(light('page', { pageLinks: links }).detail).toContain('90 days')
  })
})
