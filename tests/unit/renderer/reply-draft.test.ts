import { describe, expect, it } from 'vitest'
import { laterReply } from '../../../renderer/pages/callbacks/latest-reply.ts'
import { readDraft } from '../../../renderer/pages/callbacks/reply-draft.ts'
import { emptyReplyForm, type ReplyFields } from '../../../renderer/pages/callbacks/reply-form-state.ts'

const draftOf = (fields: Partial<ReplyFields>) => readDraft({ ...emptyReplyForm.fields, ...fields })

describe('readDraft', () => {
  it('takes the content of the chosen type only', () => {
    const fields = { text: 'Hi', url: 'https://example.com/a.png' }
    expect(draftOf(fields)).toMatchObject({ ok: true, draft: { content: { type: 'text', text: 'Hi' } } })
    expect(draftOf({ ...fields, contentType: 'image' })).toMatchObject({
      ok: true,
      draft: { content: { type: 'image', url: 'https://example.com/a.png' } },
    })
  })

  it('sends a tag with the category message_tag only, and v1 fields with v1 only', () => {
    const fields = { tag: 'HUMAN_AGENT', webhookUrl: 'https://example.com', webhookVersion: 'v0.1' } as const
    expect(draftOf({ ...fields, category: 'response' })).toMatchObject({ draft: { tag: '' } })
    expect(draftOf({ ...fields, category: 'message_tag' })).toMatchObject({ draft: { tag: 'HUMAN_AGENT' } })
    expect(draftOf({ ...fields, version: 'v0.1' })).toMatchObject({
      draft: { webhookUrl: '', webhookVersion: '' },
    })
  })

  it.each([
    ['text that is not JSON', '{"a":', /not JSON yet/],
    ['JSON that is no object', '[1]', /must be a JSON object/],
  ])('says what is wrong with %s', (_, customJson, problem) => {
    const reading = draftOf({ contentType: 'custom', customJson })
    expect(reading).toMatchObject({ ok: false, jsonError: expect.stringMatching(problem) })
  })

  it('takes JSON edited by hand as it stands, spaces and all, whatever the other fields hold', () => {
    const bodyText = '{ "to" : "1",\n"to":"2" }'
    expect(draftOf({ bodyText })).toMatchObject({ ok: true, draft: { bodyText } })
    expect(draftOf({ bodyText, contentType: 'custom', customJson: '{' })).toMatchObject({
      draft: { bodyText },
    })
    expect(draftOf({ bodyText: '{"a":' })).toMatchObject({
      ok: false,
      field: 'request',
      jsonError: expect.stringMatching(/not JSON yet/),
    })
  })

  it('begins with an example that can be sent', () => {
    expect(draftOf({ contentType: 'custom' }).ok).toBe(true)
  })
})

describe('laterReply', () => {
  const reply = (id: string, sentAtMs: number, statuses = 0) => ({
    id,
    sentAtMs,
    statuses: Array.from({ length: statuses }, (_, step) => ({
      status: 'delivered',
      callbackSeq: step,
      receivedAtMs: 0,
      delayMs: 0,
      error: null,
    })),
    profileId: 'p',
    profileName: 'P',
    draft: {
      version: 'v1' as const,
      from: '',
      to: '',
      content: { type: 'text' as const, text: '' },
      category: '' as const,
      tag: '',
      clientRef: '',
      webhookUrl: '',
      webhookVersion: '' as const,
      bodyText: null,
    },
    url: '',
    requestBody: '',
    outcome: {
      kind: 'failed' as const,
      explanation: { code: 'X', what: '', why: '', fix: '' },
      durationMs: 0,
    },
  })

  it('takes the newer reply and the later state of the same one', () => {
    const shown = reply('b', 2)
    expect(laterReply(null, shown)).toBe(shown)
    expect(laterReply(shown, reply('a', 1, 1))).toBe(shown)
    expect(laterReply(shown, reply('b', 2, 1)).statuses).toHaveLength(1)
    expect(laterReply(shown, reply('c', 3)).id).toBe('c')
  })
})
