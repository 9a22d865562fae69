import { describe, expect, it } from 'vitest'
import { buildRequest } from '#shared/messenger/build-request.ts'
import { replyFacts } from '#shared/messenger/reply-facts.ts'
import { replyWarnings } from '#shared/messenger/reply-warnings.ts'
import type { ReplyDraft } from '#shared/reply.ts'
import { PAGE_ID, PSID, replyDraft } from '../../support/reply-draft.ts'

const KNOWN = { psids: new Set([PSID]), pageIds: new Set([PAGE_ID]) }
const warn = (fields: Partial<ReplyDraft>) => replyWarnings(replyDraft(fields), KNOWN)
const text = (value: string): Partial<ReplyDraft> => ({ content: { type: 'text', text: value } })
const media = (type: 'image' | 'audio' | 'video' | 'file', url: string): Partial<ReplyDraft> => ({
  content: { type, url },
})

describe('a reply that the documents cover has no warning', () => {
  it.each<[string, Partial<ReplyDraft>]>([
    ['a text', {}],
    ['640 characters', text('x'.repeat(640))],
    ['an image', media('image', 'https://example.com/a.JPG?size=1')],
    ['an audio', media('audio', 'https://example.com/a.mp3')],
    ['a video', media('video', 'https://example.com/a.mp4#t=1')],
    ['a file', media('file', 'https://example.com/a.pdf')],
    ['JSON', { content: { type: 'custom', custom: { text: 'x' } } }],
    ['a current tag', { category: 'message_tag', tag: 'HUMAN_AGENT' }],
    ['client_ref of 100 in v1', { clientRef: 'x'.repeat(100) }],
    ['client_ref of 40 in v0.1', { version: 'v0.1', clientRef: 'x'.repeat(40) }],
    ['the fields of v1', { webhookUrl: 'https://example.com/status', webhookVersion: 'v0.1' }],
  ])('%s', (_name, fields) => expect(warn(fields)).toEqual([]))
})

describe('a warning', () => {
  it.each<[string, Partial<ReplyDraft>, string, RegExp]>([
    ['of an empty From', { from: '' }, 'from', /From is empty/],
    ['of an empty To', { to: '' }, 'to', /To is empty/],
    ['of a From that is a person', { from: PSID, to: '9' }, 'from', /swapped/],
    ['of a To that is a Page', { from: '9', to: PAGE_ID }, 'to', /swapped/],
    ['of a long id', { to: '1'.repeat(51) }, 'to', /^51 characters/],
    ['of an id with letters', { from: 'MyPage' }, 'from', /digits only/],
    ['of an id with a space', { to: ` ${PSID}` }, 'to', /spaces around/],
    ['of an empty text', text(''), 'text', /empty/],
    ['of 641 characters', text('x'.repeat(641)), 'text', /^641 characters\. The documented limit is 640/],
    ['of 640 in another count', text('👍'.repeat(321)), 'text', /^321 characters, which are 642 UTF-16/],
    ['of an empty URL', media('image', ''), 'url', /empty/],
    ['of half a URL', media('image', 'example.com/a.jpg'), 'url', /not a whole URL/],
    ['of a local file', media('file', 'file:///etc/hosts'), 'url', /cannot fetch from file:/],
    ['of http', media('image', 'http://example.com/a.png'), 'url', /https: only/],
    ['of a wrong image', media('image', 'https://example.com/a.webp'), 'url', /\.png and \.gif for image/],
    ['of a wrong audio', media('audio', 'https://example.com/a.wav'), 'url', /\.mp3 for audio/],
    ['of a wrong video', media('video', 'https://example.com/a.mov'), 'url', /\.mp4 for video/],
    ['of another file', media('file', 'https://example.com/a.docx'), 'url', /leave others to Messenger/],
    [
      'of a long audio URL',
      media('audio', `https://example.com/${'a'.repeat(2000)}.mp3`),
      'url',
      /10 to 2000/,
    ],
    ['of a missing tag', { category: 'message_tag' }, 'tag', /needs a tag/],
    ['of a retired tag', { category: 'message_tag', tag: 'GAME_EVENT' }, 'tag', /retired/],
    ['of an unknown tag', { category: 'message_tag', tag: 'MINE' }, 'tag', /Not one of the tags/],
    ['of a tag without its category', { category: 'update', tag: 'HUMAN_AGENT' }, 'tag', /goes with/],
    ['of client_ref over 100', { clientRef: 'x'.repeat(101) }, 'clientRef', /^101 characters.*takes 100/],
    ['of client_ref over 40', { version: 'v0.1', clientRef: 'x'.repeat(41) }, 'clientRef', /takes 40/],
    ['of webhook_url in v0.1', { version: 'v0.1', webhookUrl: 'https://x.example' }, 'webhookUrl', /of v1/],
    ['of webhook_version in v0.1', { version: 'v0.1', webhookVersion: 'v1' }, 'webhookVersion', /of v1/],
    ['of half a webhook_url', { webhookUrl: '/status' }, 'webhookUrl', /not a whole URL/],
    ['of an http webhook_url', { webhookUrl: 'http://localhost/status' }, 'webhookUrl', /https: only/],
  ])('%s', (_name, fields, field, said) => {
    expect(warn(fields)).toEqual([{ field, kind: expect.any(String), text: expect.stringMatching(said) }])
  })

  it('of swapped ids is told at both of them', () => {
    expect(warn({ from: PSID, to: PAGE_ID }).map(({ field }) => field)).toEqual(['from', 'to'])
  })

  it('is not given of an id that is known in both roles', () => {
    const both = { psids: new Set(['7']), pageIds: new Set(['7']) }
    expect(replyWarnings(replyDraft({ from: '7', to: '7' }), both)).toEqual([])
  })

  it('of what is still to be filled in is told apart', () => {
    expect(warn({ from: '', to: '', ...text('') }).map(({ kind }) => kind)).toEqual(Array(3).fill('missing'))
  })
})

describe('of a body written by hand', () => {
  const byHand = (body: unknown, fields: Partial<ReplyDraft> = {}) =>
    warn({ bodyText: JSON.stringify(body), ...fields }).map(({ field, text: said }) => `${field}: ${said}`)
  const v1 = { to: PSID, from: PAGE_ID, channel: 'messenger', message_type: 'text', text: 'x' }
  const v01 = {
    to: { type: 'messenger', id: PSID },
    from: { type: 'messenger', id: PAGE_ID },
    message: {
      content: { type: 'text', text: 'x' },
      messenger: { category: 'message-tag', tag: 'HUMAN_AGENT' },
    },
  }

  it('nothing is said where it is in order', () => expect(byHand(v1)).toEqual([]))

  it.each<[string, unknown, RegExp]>([
    [
      'a hyphen in the category',
      { ...v1, messenger: { category: 'message-tag', tag: 'HUMAN_AGENT' } },
      /underscore/,
    ],
    ['an unknown category', { ...v1, messenger: { category: 'promotion' } }, /none of response/],
    ['an id that is a number', { ...v1, to: 22 }, /put it in quotes/],
    [
      'another recipient than the form',
      { ...v1, to: '999' },
      /"to" is "999" here and 2222222222222222 in the form/,
    ],
    ['no recipient', { ...v1, to: undefined }, /To is empty/],
    ['a text that is none', { ...v1, text: 7 }, /not a JSON string/],
    ['a wrong webhook_version', { ...v1, webhook_version: 'v2' }, /neither v1 nor v0\.1/],
    ['media without URL', { ...v1, message_type: 'image', image: {} }, /The URL is empty/],
  ])('%s is told', (_name, body, said) => {
    const warnings = byHand(body)
    expect(warnings.join('\n')).toMatch(said)
    for (const warning of warnings) expect(warning).toMatch(/^request: /)
  })

  it('a v0.1 body is read in its own places', () => {
    expect(byHand(v01, { version: 'v0.1' })).toEqual([expect.stringMatching(/underscore/)])
    expect(byHand({ ...v01, webhook_url: 'x' }, { version: 'v0.1' }).join()).toMatch(
      /webhook_url is a field of v1/,
    )
  })

  it.each(['{', 'null', '[]', '7', '"x"', '{"to":null,"from":{}}', '{"message_type":"toString"}'])(
    '%s does not throw',
    (bodyText) => expect(() => warn({ bodyText })).not.toThrow(),
  )
})

it.each<[string, Partial<ReplyDraft>]>([
  ['text', { category: 'message_tag', tag: 'ACCOUNT_UPDATE', clientRef: 'c' }],
  ['image', media('image', 'https://example.com/a.jpg')],
])('the facts of a %s draft are those of the body it becomes', (_type, fields) => {
  for (const version of ['v1', 'v0.1'] as const) {
    const draft = replyDraft({ ...fields, version })
    const { bodyText } = buildRequest(draft)
    expect(replyFacts({ ...draft, bodyText })).toEqual(replyFacts(draft))
  }
})
