import { describe, expect, it } from 'vitest'
import type { ApiVersion } from '#shared/callback.ts'
import {
  inboundBody,
  type SimulatedContent,
  type SimulatedStatus,
  statusBody,
} from '#shared/messenger/simulated-callbacks.ts'
import { fixtureJson } from '../../support/fixtures.ts'
import { PAGE_ID, PSID } from '../../support/reply-draft.ts'

const VERSIONS: readonly ApiVersion[] = ['v1', 'v0.1']
const MEDIA = 'https://api-us.nexmo.com/v3/media'
const CONTENTS: readonly SimulatedContent[] = [
  { type: 'text', text: 'Hello, is my order on its way?' },
  { type: 'image', url: `${MEDIA}/1b456509-974c-458b-aafa-45fc48a4d976` },
  { type: 'audio', url: `${MEDIA}/2c567610-a85d-469c-bb0b-56fd59b5ea87` },
  { type: 'video', url: `${MEDIA}/3d678721-b96e-47ad-8c1c-670e6ac6fb98` },
  { type: 'file', url: `${MEDIA}/4e789832-ca7f-48be-9d2d-781f7bd70ca9` },
  { type: 'unsupported' },
]
const people = { pageId: PAGE_ID, psid: PSID }

describe.each(VERSIONS)('an inbound callback in %s', (version) => {
  it.each(CONTENTS.map((content) => [content.type, content] as const))(
    'of %s is the documented one',
    (type, content) => {
      const body = inboundBody({
        version,
        ...people,
        messageUuid: 'e8c5b5a2-6f0f-4a70-9f52-0c1c6d5f7a11',
        atMs: Date.parse('2024-05-14T09:21:07.412Z'),
        content,
      })
      // As text, because the order of the fields is part of it.
      expect(JSON.stringify(body)).toBe(JSON.stringify(fixtureJson(`${version}-inbound-${type}`)))
    },
  )
})

const OUTSIDE_WINDOW = {
  code: 1340,
  reason: 'Outside of the allowed window',
  explanation: 'This message is sent outside of allowed response window.',
  instance: 'bf0ca0bf927b3b52e3cb03217e1a1ddf',
}
const NOT_A_USER = {
  code: 1300,
  reason: 'Not part of the provider network',
  explanation: 'The number or ID is not a user in the provider network.',
  instance: 'bf0ca0bf927b3b52e3cb03217e1a1ddf',
}

type Case = Pick<SimulatedStatus, 'status' | 'error' | 'usage' | 'clientRef'> & { readonly at: string }

const plain = { error: null, usage: null, clientRef: 'order-42' }
const CASES: readonly Case[] = [
  { ...plain, status: 'submitted', at: '2024-05-14T09:22:30.102Z' },
  {
    ...plain,
    status: 'delivered',
    at: '2024-05-14T09:22:31.908Z',
    usage: { currency: 'EUR', price: '0.0010' },
  },
  { ...plain, status: 'read', at: '2024-05-14T09:25:00.000Z' },
  { ...plain, status: 'rejected', at: '2024-05-14T09:22:31.908Z', error: OUTSIDE_WINDOW },
]

describe.each(VERSIONS)('a status callback in %s', (version) => {
  const undeliverable: Case = {
    status: 'undeliverable',
    at: '2024-05-14T09:22:31.908Z',
    error: NOT_A_USER,
    usage: version === 'v1' ? null : { currency: 'EUR', price: '0.0333' },
    clientRef: null,
  }

  it.each([...CASES, undeliverable].map((one) => [one.status, one] as const))(
    'of %s is the documented one',
    (status, { at, ...rest }) => {
      const messageUuid = '4ff9f2a8-3f0e-4c0d-9a47-7d5a6c1b2e33'
      const body = statusBody({ version, ...people, messageUuid, atMs: Date.parse(at), ...rest })
      expect(JSON.stringify(body)).toBe(JSON.stringify(fixtureJson(`${version}-status-${status}`)))
    },
  )
})
