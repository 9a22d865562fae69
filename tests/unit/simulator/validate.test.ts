import { describe, expect, it } from 'vitest'
import type { InvalidParameter } from '#electron/simulator/api-answer.ts'
import { validateV01 } from '#electron/simulator/validate-v0-1.ts'
import { validateV1 } from '#electron/simulator/validate-v1.ts'
import { fixtureJson } from '../../support/fixtures.ts'
import { PAGE_ID, PSID } from '../../support/reply-draft.ts'

type Fields = Readonly<Record<string, unknown>>

const facts = { pageId: PAGE_ID, instance: 'bf0ca0bf927b3b52e3cb03217e1a1ddf', isTextLimited: false }
const text: Fields = { to: PSID, from: PAGE_ID, channel: 'messenger', message_type: 'text', text: 'Hi' }

function answerOf(validated: ReturnType<typeof validateV1>) {
  return validated.ok ? null : validated.answer
}

describe('v1 takes', () => {
  it.each(['text', 'text-message-tag', 'image', 'audio', 'video', 'file', 'custom-button-template'])(
    'the documented %s',
    (name) => {
      expect(validateV1(fixtureJson(`v1-outbound-${name}`), facts)).toMatchObject({ ok: true })
    },
  )

  it.each<[string, Fields]>([
    ['a text over 640 characters', { text: 'x'.repeat(641) }],
    ['a client_ref of 100 characters', { client_ref: 'x'.repeat(100) }],
    ['an id of 50 characters', { to: 'x'.repeat(50) }],
    ['an unknown tag', { messenger: { category: 'message_tag', tag: 'SHIPPING_UPDATE' } }],
    ['unknown fields', { ttl: 600, trusted_recipient: true }],
    ['a caption', { message_type: 'image', image: { url: 'https://example.com/a.jpg', caption: 'A' } }],
  ])('%s', (_, fields) => {
    expect(answerOf(validateV1({ ...text, ...fields }, facts))).toBeNull()
  })

  it('what a status needs later', () => {
    expect(validateV1(fixtureJson('v1-outbound-text-message-tag'), facts)).toEqual({
      ok: true,
      message: {
        psid: PSID,
        content: { type: 'text', text: expect.any(String) },
        tag: 'CONFIRMED_EVENT_UPDATE',
        clientRef: 'class-7',
        webhookUrl: 'https://example.com/webhooks/status',
        webhookVersion: 'v1',
      },
    })
  })
})

describe('v1 refuses with 422', () => {
  it.each<[string, Fields, string, string, readonly string[]]>([
    ['another channel', { channel: 'sms' }, 'Unsupported channel', '#1100', []],
    ['a foreign sender', { from: '3333333333333333' }, 'Invalid sender', '#1120', []],
    ['a sender as a number', { from: 1111111111111111 }, 'Invalid sender', '#1120', []],
    ['an empty recipient', { to: '' }, 'Invalid recipient', '#1130', []],
    ['a recipient as a number', { to: 2222222222222222 }, 'Invalid recipient', '#1130', []],
    ['a recipient of 51 characters', { to: 'x'.repeat(51) }, 'Invalid recipient', '#1130', []],
    ['an unknown type', { message_type: 'sticker' }, 'Invalid message type', '#1140', []],
    [
      'a category with a hyphen',
      { messenger: { category: 'message-tag', tag: 'ACCOUNT_UPDATE' } },
      'Invalid channel parameters',
      '#1110',
      ['messenger.category'],
    ],
    [
      'message_tag without tag',
      { messenger: { category: 'message_tag' } },
      'Invalid params',
      '#1150',
      ['messenger.tag'],
    ],
    ['an empty tag', { messenger: { tag: '' } }, 'Invalid params', '#1150', ['messenger.tag']],
    ['no text', { text: undefined }, 'Invalid params', '#1150', ['text']],
    ['an empty text', { text: '' }, 'Invalid params', '#1150', ['text']],
    ['an image without url', { message_type: 'image', image: {} }, 'Invalid params', '#1150', ['image.url']],
    ['no image at all', { message_type: 'image' }, 'Invalid params', '#1150', ['image.url']],
    [
      'a url that is none',
      { message_type: 'file', file: { url: 'a.pdf' } },
      'Invalid params',
      '#1150',
      ['file.url'],
    ],
    ['a custom text', { message_type: 'custom', custom: '{}' }, 'Invalid params', '#1150', ['custom']],
    ['a webhook_url that is none', { webhook_url: 'example' }, 'Invalid params', '#1150', ['webhook_url']],
    [
      'a webhook_url that has no end',
      { webhook_url: `http://localhost/${'x'.repeat(8_192)}` },
      'Invalid params',
      '#1150',
      ['webhook_url'],
    ],
    ['an unknown webhook_version', { webhook_version: 'v2' }, 'Invalid params', '#1150', ['webhook_version']],
    [
      'a client_ref of 101 characters',
      { client_ref: 'x'.repeat(101) },
      'Invalid client reference',
      '#1060',
      [],
    ],
    ['missing fields', { to: undefined, from: undefined }, 'Invalid params', '#1150', ['to', 'from']],
  ])('%s', (_, fields, title, ending, names) => {
    const { status, body } = answerOf(validateV1(json({ ...text, ...fields }), facts)) ?? {}
    expect(status).toBe(422)
    expect(body).toMatchObject({ title, instance: facts.instance, detail: expect.any(String) })
    expect(body?.type).toMatch(new RegExp(`${ending}$`))
    expect(namesOf(body)).toEqual(names)
  })

  it.each([[null], [[]], ['text'], [42]])('a body that is %j', (body) => {
    expect(answerOf(validateV1(body, facts))).toMatchObject({
      status: 422,
      body: { title: 'Invalid params' },
    })
  })

  it('an invalid sender, as the live API words it', () => {
    const { instance: _, type: __, ...live } = fixtureJson<Fields>('v1-response-422-invalid-sender')
    expect(answerOf(validateV1({ ...text, from: 'x' }, facts))?.body).toMatchObject(live)
  })

  it('a bad tag, field by field', () => {
    const body = { ...text, messenger: { category: 'message_tag', tag: 7 } }
    expect(answerOf(validateV1(body, facts))?.body).toEqual(fixtureJson('v1-response-422-invalid-params'))
  })
})

const nested: Fields = {
  to: { type: 'messenger', id: PSID },
  from: { type: 'messenger', id: PAGE_ID },
  message: { content: { type: 'text', text: 'Hi' } },
}

describe('v0.1', () => {
  it.each(['text', 'text-message-tag', 'image', 'custom-button-template'])(
    'takes the documented %s',
    (name) => {
      expect(validateV01(fixtureJson(`v0.1-outbound-${name}`), facts)).toMatchObject({ ok: true })
    },
  )

  it('keeps the reference', () => {
    expect(validateV01(fixtureJson('v0.1-outbound-text-message-tag'), facts)).toMatchObject({
      message: { psid: PSID, clientRef: 'class-7', webhookUrl: null, webhookVersion: null },
    })
  })

  it.each<[string, Fields, readonly string[]]>([
    ['no recipient', { to: undefined }, ['to.type', 'to.id']],
    ['another channel', { to: { type: 'sms', id: PSID } }, ['to.type']],
    ['a foreign sender', { from: { type: 'messenger', id: 'x' } }, ['from.id']],
    ['no message', { message: undefined }, ['message.content.type']],
    ['an unknown type', { message: { content: { type: 'sticker' } } }, ['message.content.type']],
    ['an image without url', { message: { content: { type: 'image' } } }, ['message.content.image.url']],
    [
      'a bad category',
      { message: { content: { type: 'text', text: 'Hi' }, messenger: { category: 'message-tag' } } },
      ['message.messenger.category'],
    ],
    ['a client_ref of 41 characters', { client_ref: 'x'.repeat(41) }, ['client_ref']],
    ['several things', { to: undefined, client_ref: 7 }, ['to.type', 'to.id', 'client_ref']],
  ])('refuses %s with 400', (_, fields, names) => {
    const { status, body } = answerOf(validateV01(json({ ...nested, ...fields }), facts)) ?? {}
    expect(status).toBe(400)
    expect(body).toMatchObject({
      detail: `Found errors validating ${names.length} of your submitted parameters.`,
    })
    expect(namesOf(body)).toEqual(names)
  })

  it('words a missing id as documented', () => {
    const body = { ...nested, to: { type: 'messenger' } }
    const { instance: _, ...documented } = fixtureJson<Fields>('v0.1-response-400-invalid-params')
    expect(answerOf(validateV01(body, facts))?.body).toMatchObject(documented)
  })
})

/** As the body arrives: undefined is not there. */
function json(fields: Fields): Fields {
  return JSON.parse(JSON.stringify(fields))
}

function namesOf(body: Fields | undefined): readonly string[] {
  const invalid = body?.invalid_parameters
  return Array.isArray(invalid) ? invalid.map((one: InvalidParameter) => one.name) : []
}
