import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { summaryOf, typeOf } from '#shared/messenger/describe-callback.ts'
import { type CapturedRequest, readCallback } from '#shared/messenger/read-callback.ts'
import { fixtureBytes, fixtureNames } from '../../support/fixtures.ts'

const PAGE = '1111111111111111'
const PSID = '2222222222222222'

function request(body: string | Uint8Array, more: Partial<CapturedRequest> = {}): CapturedRequest {
  return {
    route: 'inbound',
    method: 'POST',
    path: '/webhooks/inbound-message',
    flaw: null,
    body: typeof body === 'string' ? Buffer.from(body) : body,
    ...more,
  }
}
const read = (body: unknown) => readCallback(request(JSON.stringify(body)))

describe('every documented body', () => {
  const inbound = fixtureNames('-inbound-').filter((name) => !name.includes('tutorial'))
  it.each(inbound)('%s is an inbound message', (name) => {
    const [version, type] = name.split('-inbound-')
    const result = readCallback(request(fixtureBytes(name)))
    expect(result).toMatchObject({
      kind: 'inbound',
      version,
      channel: 'messenger',
      psid: PSID,
      pageId: PAGE,
      content: { type },
      messageUuid: 'e8c5b5a2-6f0f-4a70-9f52-0c1c6d5f7a11',
      timestamp: { raw: '2024-05-14T09:21:07.412Z', atMs: Date.UTC(2024, 4, 14, 9, 21, 7, 412) },
    })
  })

  it.each(fixtureNames('-status-'))('%s is a status, wherever it was sent to', (name) => {
    const [version, status] = name.split('-status-')
    for (const route of ['inbound', 'status'] as const) {
      const result = readCallback(request(fixtureBytes(name), { route }))
      expect(result).toMatchObject({
        kind: 'status',
        version,
        status,
        channel: 'messenger',
        psid: PSID,
        pageId: PAGE,
      })
    }
  })

  const others = fixtureNames('').filter((name) => !/-inbound-|-status-/.test(name))
  it.each(others)('%s is no callback', (name) => {
    expect(readCallback(request(fixtureBytes(name)))).toMatchObject({ kind: 'other' })
  })

  it("reads the tutorial's example", () => {
    const result = readCallback(request(fixtureBytes('v0.1-inbound-text-tutorial')))
    expect(result).toMatchObject({
      kind: 'inbound',
      version: 'v0.1',
      psid: '1111111111111111',
      pageId: '0000000000000000',
      content: { type: 'text', text: 'Hello from Facebook Messenger!' },
    })
  })
})

describe('the error of a status', () => {
  const status = (error: unknown) =>
    read({ message_uuid: 'm', to: PSID, from: PAGE, status: 'rejected', error })
  it.each([
    ['v0.1: code as number', { code: 1340, reason: 'Outside' }, { code: '1340', reason: 'Outside' }],
    ['v0.1: code as text', { code: '1340', reason: 'Outside' }, { code: '1340', reason: 'Outside' }],
    ['v1: title as text', { title: '1300', detail: 'Gone' }, { code: '1300', reason: 'Gone' }],
    ['v1: title as number', { title: 1300, detail: 'Gone' }, { code: '1300', reason: 'Gone' }],
    ['nested once more', { error: { title: '1021', detail: 'Tag' } }, { code: '1021', reason: 'Tag' }],
    ['only in the type', { type: 'https://x.example/errors#1370' }, { code: '1370', reason: null }],
    ['an empty object', {}, { code: null, reason: null }],
  ])('%s', (_name, error, expected) => {
    expect(status(error)).toMatchObject({ error: expected })
  })

  it.each([
    ['null', null],
    ['a text', 'rejected'],
    ['a list', []],
    ['absent', undefined],
  ])('%s is no error', (_n, error) => {
    expect(status(error)).toMatchObject({ kind: 'status', error: null })
  })
})

describe('ids stay as they were written', () => {
  it('keeps leading zeros', () => {
    expect(
      read({ message_uuid: 'm', to: '0001', from: '0002', message_type: 'text', text: '' }),
    ).toMatchObject({
      psid: '0002',
      pageId: '0001',
    })
  })

  it('keeps every digit of an id that came as a number', () => {
    const body = '{"message_uuid":"m","to":{"id":90071992547409931},"from":{"id":12345678901234567890}}'
    expect(readCallback(request(body))).toMatchObject({
      pageId: '90071992547409931',
      psid: '12345678901234567890',
    })
  })

  it('keeps them in a body nested thousands of levels deep', () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`
    const body = `{"message_uuid":"m","to":"1","from":"2","message_type":"text","text":"hi","x":1234567890123456789,"y":${deep}}`
    expect(readCallback(request(body))).toMatchObject({ kind: 'inbound', psid: '2', content: { text: 'hi' } })
  })

  it('takes nothing from a prototype', () => {
    expect(readCallback(request('{"__proto__":{"message_uuid":"m"},"constructor":"x"}'))).toMatchObject({
      kind: 'other',
      reason: 'no-message-uuid',
    })
  })
})

describe('what is unusual but still a callback', () => {
  it.each([
    ['an unknown type', { message_type: 'reaction', reaction: {} }, { type: 'unknown', name: 'reaction' }],
    ['a text that is not text', { message_type: 'text', text: 5 }, { type: 'unknown', name: 'text' }],
    ['an image without url', { message_type: 'image', image: null }, { type: 'unknown', name: 'image' }],
    ['no type at all', {}, { type: 'unknown', name: 'none' }],
    ['an empty text', { message_type: 'text', text: '' }, { type: 'text', text: '' }],
  ])('%s', (_name, part, content) => {
    expect(read({ message_uuid: 'm', channel: 'messenger', to: PAGE, from: PSID, ...part })).toMatchObject({
      kind: 'inbound',
      content,
    })
  })

  it('tolerates nulls everywhere', () => {
    const body = {
      message_uuid: 'm',
      to: null,
      from: null,
      timestamp: null,
      status: null,
      message: null,
      channel: null,
    }
    expect(read(body)).toMatchObject({
      kind: 'inbound',
      psid: null,
      pageId: null,
      timestamp: null,
      channel: 'unknown',
    })
  })

  it('takes another channel and an unknown status as they are', () => {
    expect(
      read({ message_uuid: 'm', channel: 'whatsapp', to: '1', from: '2', status: 'seen' }),
    ).toMatchObject({
      kind: 'status',
      channel: 'whatsapp',
      status: 'seen',
    })
  })

  it('reads a body behind a byte order mark', () => {
    const body = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), fixtureBytes('v1-inbound-text')])
    expect(readCallback(request(body))).toMatchObject({ kind: 'inbound', psid: PSID })
  })
})

describe('what is no callback says why', () => {
  it.each([
    ['empty-body', request('')],
    ['not-utf8', request(Buffer.from([0x7b, 0xff, 0x7d]))],
    ['not-json', request('{"message_uuid": "m",}')],
    ['not-an-object', request('[1]')],
    ['not-an-object', request('null')],
    ['no-message-uuid', request('{}')],
    ['no-message-uuid', request('{"message_uuid":""}')],
    ['only-message-uuid', request('{"message_uuid":"m","workflow_id":"w"}')],
    ['too-large', request('', { flaw: 'too-large' })],
    ['cut-off', request('{"mess', { flaw: 'cut-off' })],
    ['other-method', request('', { method: 'GET' })],
    ['other-path', request('{}', { route: 'other', path: '/favicon.ico' })],
  ] as const)('%s', (reason, captured) => {
    const result = readCallback(captured)
    expect(result).toMatchObject({ kind: 'other', reason })
    expect(summaryOf(result).length).toBeGreaterThan(10)
    expect(typeOf(result)).toBe(reason)
  })

  it('says which address a callback on a wrong path belongs to', () => {
    const status = request(fixtureBytes('v1-status-read'), { route: 'other', path: '/webhooks/status' })
    expect(summaryOf(readCallback(status))).toContain('/webhooks/message-status')
  })
})

describe('no input throws', () => {
  const route = fc.constantFrom('inbound', 'status', 'other') as fc.Arbitrary<CapturedRequest['route']>

  it('any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), route, (body, anyRoute) => {
        const result = readCallback(request(body, { route: anyRoute }))
        expect(typeof summaryOf(result) + typeof typeOf(result)).toBe('stringstring')
      }),
    )
  })

  it('any JSON, with the members of a callback mixed in', () => {
    const keys = [
      'message_uuid',
      'to',
      'from',
      'status',
      'error',
      'message',
      'content',
      'type',
      'id',
      'message_type',
    ]
    const value = fc.letrec((tie) => ({
      any: fc.oneof(fc.jsonValue(), fc.dictionary(fc.constantFrom(...keys), tie('any'), { maxKeys: 6 })),
    })).any
    fc.assert(
      fc.property(value, (body) => {
        const result = readCallback(request(JSON.stringify(body) ?? 'null'))
        expect(summaryOf(result).length).toBeLessThanOrEqual(160)
      }),
    )
  })
})
