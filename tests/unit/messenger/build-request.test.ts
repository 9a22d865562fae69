import { describe, expect, it } from 'vitest'
import { buildRequest } from '#shared/messenger/build-request.ts'
import type { ReplyDraft } from '#shared/reply.ts'
import { fixtureJson } from '../../support/fixtures.ts'
import { replyDraft } from '../../support/reply-draft.ts'

type Body = Readonly<Record<string, unknown>>
type Capture = { readonly name: string; readonly requests: readonly { readonly body: Body }[] }
type SdkCapture = {
  readonly captures: readonly Capture[]
  readonly v01: { readonly captures: readonly Capture[] }
}

const TAGGED: Partial<ReplyDraft> = { category: 'message_tag', tag: 'CONFIRMED_EVENT_UPDATE' }
const BUTTONS = [
  { type: 'postback', title: 'Yes', payload: 'SHIP_YES' },
  { type: 'web_url', title: 'Track it', url: 'https://example.com/track/42' },
]
const TEMPLATE = {
  attachment: {
    type: 'template',
    payload: { template_type: 'button', text: 'Shall we ship it today?', buttons: BUTTONS },
  },
}

const text = (value: string): Partial<ReplyDraft> => ({ content: { type: 'text', text: value } })
const media = (type: 'image' | 'audio' | 'video' | 'file', name: string): Partial<ReplyDraft> => ({
  content: { type, url: `https://example.com/${name}` },
})

describe('a request equals the documented body', () => {
  it.each<[string, Partial<ReplyDraft>]>([
    ['v1-outbound-text', text('Your parcel left the warehouse.')],
    [
      'v1-outbound-text-message-tag',
      {
        ...text('Your class starts at 18:00.'),
        ...TAGGED,
        clientRef: 'class-7',
        webhookUrl: 'https://example.com/webhooks/status',
        webhookVersion: 'v1',
      },
    ],
    ['v1-outbound-image', { ...media('image', 'image.jpg'), category: 'response' }],
    ['v1-outbound-audio', media('audio', 'audio.mp3')],
    ['v1-outbound-video', media('video', 'video.mp4')],
    ['v1-outbound-file', { ...media('file', 'file.pdf'), category: 'update' }],
    ['v1-outbound-custom-button-template', { content: { type: 'custom', custom: TEMPLATE } }],
    ['v0.1-outbound-text', { version: 'v0.1', ...text('Your parcel left the warehouse.') }],
    [
      'v0.1-outbound-text-message-tag',
      { version: 'v0.1', ...text('Your class starts at 18:00.'), ...TAGGED, clientRef: 'class-7' },
    ],
    ['v0.1-outbound-image', { version: 'v0.1', ...media('image', 'image.jpg') }],
    [
      'v0.1-outbound-custom-button-template',
      { version: 'v0.1', content: { type: 'custom', custom: TEMPLATE } },
    ],
  ])('%s', (name, fields) => {
    const request = buildRequest(replyDraft(fields))
    expect(request.body).toEqual(fixtureJson(name))
    expect(request.bodyText).toBe(JSON.stringify(fixtureJson(name)))
    expect(request.path).toBe(name.startsWith('v1-') ? '/v1/messages' : '/v0.1/messages')
  })
})

describe('a request equals what the official SDK sends for the same content', () => {
  const sdk = fixtureJson<SdkCapture>('sdk-capture')

  it.each<[string, Partial<ReplyDraft>]>([
    ['text', text('Hello from the SDK')],
    ['text-category-response', { ...text('Hello'), category: 'response' }],
    ['text-category-update', { ...text('Hello'), category: 'update' }],
    [
      'text-message-tag',
      {
        ...text('Your event is tomorrow'),
        ...TAGGED,
        clientRef: 'order-42',
        webhookUrl: 'https://example.com/status',
        webhookVersion: 'v1',
      },
    ],
    ['text-message-tag-without-tag', { ...text('x'), category: 'message_tag' }],
    ['image', { ...media('image', 'image.jpg'), category: 'response' }],
    ['audio', { ...media('audio', 'audio.mp3'), category: 'response' }],
    ['video', { ...media('video', 'video.mp4'), category: 'response' }],
    ['file', { ...media('file', 'file.pdf'), category: 'response' }],
    ['text-unicode', text('שלום 👋🏽 "quoted"\nline two')],
    ['text-700-chars', text('x'.repeat(700))],
    [
      'custom-plain-object',
      {
        content: {
          type: 'custom',
          custom: {
            attachment: {
              type: 'template',
              payload: {
                template_type: 'button',
                text: 'Pick one',
                camelCaseKey: 1,
                buttons: [{ type: 'postback', title: 'Yes', payload: 'YES' }],
              },
            },
          },
        },
      },
    ],
  ])('v1 %s', (name, fields) => {
    expect(buildRequest(replyDraft(fields)).body).toEqual(bodyOf(sdk.captures, name))
  })

  it.each<[string, Partial<ReplyDraft>]>([
    ['text', text('Hello from the old SDK')],
    ['text-message-tag', { ...text('Your event is tomorrow'), ...TAGGED }],
    ['image', media('image', 'image.jpg')],
    ['audio', media('audio', 'audio.mp3')],
    ['video', media('video', 'video.mp4')],
    ['file', media('file', 'file.zip')],
    [
      'custom',
      {
        content: {
          type: 'custom',
          custom: {
            attachment: {
              type: 'template',
              payload: {
                template_type: 'button',
                text: 'Pick one',
                buttons: [{ type: 'postback', title: 'Yes', payload: 'YES' }],
              },
            },
          },
        },
      },
    ],
  ])('v0.1 %s', (name, fields) => {
    const draft = replyDraft({ version: 'v0.1', ...fields })
    expect(buildRequest(draft).body).toEqual(bodyOf(sdk.v01.captures, name))
  })
})

describe('empty fields', () => {
  it('are left out', () => {
    const empty = { from: '', to: '', ...text('') }
    expect(buildRequest(replyDraft(empty)).body).toEqual({ channel: 'messenger', message_type: 'text' })
    expect(buildRequest(replyDraft({ version: 'v0.1', ...empty })).body).toEqual({
      to: { type: 'messenger' },
      from: { type: 'messenger' },
      message: { content: { type: 'text' } },
    })
  })

  it('v0.1 has no webhook fields, even when the draft has', () => {
    const draft = replyDraft({ version: 'v0.1', webhookUrl: 'https://example.com', webhookVersion: 'v1' })
    expect(buildRequest(draft).bodyText).not.toContain('webhook')
  })
})

function bodyOf(captures: readonly Capture[], name: string): Body | undefined {
  return captures.find((one) => one.name === name)?.requests[0]?.body
}
