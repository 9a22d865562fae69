import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AddressChange } from '#shared/addresses.ts'
import { withoutMemberAt } from '#shared/messenger/json-text.ts'
import {
  fatesOf,
  type PointTarget,
  planPointing,
  restoringBody,
} from '#shared/messenger/point-application.ts'
import { fixtureBytes } from '../../support/fixtures.ts'

const TARGET: PointTarget = {
  inbound: 'https://here.example/in',
  status: 'https://here.example/st',
  version: null,
}
const EXAMPLE = fixtureBytes('application-v2-get-200').toString('utf8')

function planned(text: string, target = TARGET) {
  const plan = planPointing(text, target)
  if (!plan.ok) throw new Error(plan.why)
  return plan
}

const written = (changes: readonly AddressChange[]) =>
  changes.map((change) => ({ ...change, replaced: change.old }))

/** Keys that must not mean anything but themselves. */
const key = fc.oneof(fc.string(), fc.constantFrom('1', '0', '__proto__', 'constructor', 'a"b', 'address'))
const extras = fc.dictionary(key, fc.jsonValue(), { maxKeys: 3 })
const others = (own: fc.Arbitrary<object>) =>
  fc.tuple(extras, own).map(([more, mine]) => Object.assign(Object.create(null), more, mine))
const maybe = <T>(arbitrary: fc.Arbitrary<T>, name: string) =>
  fc.oneof(
    fc.constant({}),
    fc.constant({ [name]: null }),
    arbitrary.map((value) => ({ [name]: value })),
  )
const joined = (...parts: readonly fc.Arbitrary<object>[]) =>
  others(fc.tuple(...parts).map((all) => Object.assign({}, ...all)))
const webhook = joined(maybe(fc.string(), 'address'), maybe(fc.constantFrom('POST', 'GET'), 'http_method'))
const webhooks = joined(maybe(webhook, 'inbound_url'), maybe(webhook, 'status_url'))
const messages = joined(maybe(webhooks, 'webhooks'), maybe(fc.constantFrom('v1', 'v0.1'), 'version'))
const application = joined(
  fc.string().map((name) => ({ name })),
  maybe(joined(maybe(messages, 'messages')), 'capabilities'),
  maybe(fc.object(), '_links'),
)
const applicationText = fc
  .tuple(application, fc.constantFrom(undefined, 1, '\t'))
  .map(([value, indent]) => JSON.stringify(value, null, indent))

/** The object with only what pointing may touch taken out, and what it made on the way as if it were there. */
function untouched(text: string): unknown {
  const value = JSON.parse(text)
  delete value._links
  value.capabilities ??= {}
  value.capabilities.messages ??= {}
  value.capabilities.messages.webhooks ??= {}
  const hooks = value.capabilities.messages.webhooks
  for (const name of ['inbound_url', 'status_url']) {
    hooks[name] ??= { http_method: 'POST' }
    delete hooks[name].address
  }
  return value
}

describe('pointing an application', () => {
  it('changes nothing but the two addresses, whatever the application holds', () => {
    fc.assert(
      fc.property(applicationText, (text) => {
        const { bodyText } = planned(text)
        expect(untouched(bodyText)).toEqual(untouched(text))
        const { inbound_url, status_url } = JSON.parse(bodyText).capabilities.messages.webhooks
        expect([inbound_url.address, status_url.address]).toEqual([TARGET.inbound, TARGET.status])
      }),
    )
  })

  it('comes back to the very same application', () => {
    fc.assert(
      fc.property(applicationText, fc.constantFrom('v1', null), (text, version) => {
        const { bodyText, changes } = planned(text, { ...TARGET, version })
        const back = restoringBody(bodyText, text, fatesOf(bodyText, written(changes)))
        expect(JSON.parse(back ?? '')).toEqual(JSON.parse(withoutMemberAt(text, ['_links'])))
      }),
    )
  })

  it('keeps the bytes of everything else', () => {
    const numbers = '"n":[12345678901234567890, 1.0, 1E5, -0.10],"2":{},"1":"\\u00e9\\/"'
    const text = `{"name":"A", ${numbers} ,"capabilities":{"messages":{"webhooks":{"inbound_url":{"address":""},"status_url":{"address":"x","address":"y"}}}}}`
    const { bodyText, changes } = planned(text)
    expect(bodyText).toBe(
      text.replace('"address":""', `"address":"${TARGET.inbound}"`).replace('"y"', `"${TARGET.status}"`),
    )
    expect(changes.map(({ old }) => old)).toEqual(['', 'y'])
  })

  it('says what changes, and asks for nothing that is so already', () => {
    const { changes, bodyText, name } = planned(EXAMPLE, { ...TARGET, version: 'v0.1' })
    expect(name).toBe('Messenger demo')
    expect(changes).toEqual([
      { what: 'inbound', old: 'https://example.com/webhooks/inbound', next: TARGET.inbound },
      { what: 'status', old: 'https://example.com/webhooks/status', next: TARGET.status },
      { what: 'version', old: 'v1', next: 'v0.1' },
    ])
    expect(planned(bodyText, { ...TARGET, version: 'v0.1' }).changes).toEqual([])
    expect(bodyText).not.toContain('_links')
  })

  it.each([
    '',
    '[]',
    '"name"',
    '{}',
    '{"name":7}',
    '{"name":"A","capabilities":{"messages":[1]}}',
    '{"name":"A"',
  ])('does not plan for %s', (text) => expect(planPointing(text, TARGET).ok).toBe(false))
})

describe('taking back', () => {
  const { bodyText, changes } = planned(EXAMPLE)

  it('leaves alone what somebody else has written since', () => {
    const foreign = bodyText.replace(TARGET.status, 'https://elsewhere.example/st')
    const fates = fatesOf(foreign, written(changes))
    expect(fates.map(({ fate }) => fate)).toEqual(['ours', 'foreign'])
    const back = JSON.parse(restoringBody(foreign, EXAMPLE, fates) ?? '')
    expect(back.capabilities.messages.webhooks).toMatchObject({
      inbound_url: { address: 'https://example.com/webhooks/inbound' },
      status_url: { address: 'https://elsewhere.example/st' },
    })
  })

  it('keeps what else was changed meanwhile', () => {
    const renamed = bodyText.replace('Messenger demo', 'New name')
    const back = restoringBody(renamed, EXAMPLE, fatesOf(renamed, written(changes)))
    expect(JSON.parse(back ?? '')).toMatchObject({ name: 'New name' })
  })

  it('knows what never arrived', () => {
    expect(fatesOf(EXAMPLE, written(changes)).map(({ fate }) => fate)).toEqual(['as-before', 'as-before'])
  })
})
