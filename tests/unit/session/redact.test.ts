import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createNumbering, fakesFrom } from '#shared/session/fake-ids.ts'
import { redactBody } from '#shared/session/redact-body.ts'
import { redactRecord } from '#shared/session/redact-record.ts'
import { redactSentence } from '#shared/session/redact-text.ts'
import type { SessionRecord } from '#shared/session/session-record.ts'
import { sessionLine } from '#shared/session/write-session.ts'
import { replyDraft } from '../../support/reply-draft.ts'
import { anyCallbackRecord, callbackRecord, replyRecord } from '../../support/session-records.ts'

const fakes = () => fakesFrom(createNumbering())
const redactAll = (records: readonly SessionRecord[]) => {
  const fake = fakes()
  return records.map((record) => redactRecord(record, fake))
}
const textOf = (records: readonly SessionRecord[]) => records.map(sessionLine).join('\n')

function tokenOf(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}.c2lnbmF0dXJlLW9mLXRoZS10b2tlbi1pcy1oZXJl`
}

/** A line with what is inside of its tokens. */
function unfolded(line: string): string {
  return line.replace(/eyJ[\w-]+/g, (part) => Buffer.from(part, 'base64url').toString())
}

describe('redactBody', () => {
  it('touches nothing but what tells about somebody', () => {
    const body =
      '\uFEFF{ "message_uuid" :\t"5cb40b54-2f9c-4b6c-8e1f-9b0a4c7d1e2f",\r\n"to":"2444", "from":{"id":777123456789,"name":"Ana"},' +
      '"timestamp":"2026-11-20T10:00:00Z","message_type":"text","text":"Grüße 😀","channel":"messenger","new":[1,true,null],' +
      '"n":1.50e2,"client_ref":"order 77","image":{"url":"https://cdn.test/a.jpg"} }\n'
    expect(redactBody(body, 'callback', fakes())).toBe(
      '\uFEFF{ "message_uuid" :\t"00000000-0000-4000-8000-000000000001",\r\n"to":"2000000000000001", "from":{"id":1000000000000001,"name":"Person 1"},' +
        '"timestamp":"2026-11-20T10:00:00Z","message_type":"text","text":"xxxxxxx","channel":"messenger","new":[1,true,null],' +
        '"n":1.50e2,"client_ref":"client-ref-1","image":{"url":"https://example.com/1"} }\n',
    )
  })

  it('keeps what Vonage says went wrong, without the ids in it', () => {
    const body =
      '{"message_uuid":"a","to":"777123456789","from":"2444","status":"rejected","error":{"type":"https://developer.vonage.com/api-errors/messages#1340","title":1340,"detail":"777123456789 is outside the window of 24 h, ask ana@mail.example at 10.1.2.3"}}'
    expect(redactBody(body, 'callback', fakes())).toBe(
      '{"message_uuid":"00000000-0000-4000-8000-000000000001","to":"1000000000000001","from":"2000000000000001","status":"rejected","error":{"type":"https://developer.vonage.com/api-errors/messages#1340","title":1340,"detail":"1000000000000001 is outside the window of 24 h, ask xxx@xxxx.xxxxxxx at 192.0.2.1"}}',
    )
  })

  it.each([
    ['', ''],
    ['not json', '[8 bytes, not JSON]'],
    ['{"from":"777', '[12 bytes, not JSON]'],
    ['"Ana"', '"xxx"'],
    ['["777123456789",123456789]', '["9000000000000001",9000000000000002]'],
    ['{"777123456789":1}', '{"xxxxxxxxxxxx":1}'],
    ['{"deadbeef-0000-4000-8000-00000000000a":1,"a1b2c3d4":2}', `{"${'x'.repeat(36)}":1,"xxxxxxxx":2}`],
    ['{"code":"4F9X","otp":{"text":4711}}', '{"code":"xxxx","otp":{"text":9000000000000001}}'],
    ['{"lat":52.37403,"price":0.0051}', '{"lat":9000000000000001,"price":0.0051}'],
    ['{"type":"EAAGm0PX4ZCps"}', '{"type":"xxxxxxxxxxxxx"}'],
  ])('makes %j %j', (before, after) => {
    expect(redactBody(before, 'callback', fakes())).toBe(after)
    expect(redactBody(after, 'callback', fakes())).toBe(after)
  })
})

describe('a redacted session', () => {
  it('keeps one person one person, in callbacks, statuses and replies', () => {
    const draft = replyDraft({ to: '777123456789', from: '2444' })
    const text = textOf(
      redactAll([
        callbackRecord('{"message_uuid":"a","from":"777123456789","to":"2444","text":"1"}'),
        replyRecord({ draft, requestBody: '{"to":"777123456789","from":"2444","text":"hi"}' }),
        callbackRecord('{"message_uuid":"b","to":"777123456789","from":"2444","status":"read"}'),
        { kind: 'person', psid: '777123456789', name: 'Ana' },
      ]),
    )
    expect(text.match(/1000000000000001/g)).toHaveLength(5)
    expect(text).not.toContain('1000000000000002')
  })

  it('has no signature, no secret path and no address of anybody', () => {
    const claims = {
      iat: 1_700_000_000,
      jti: 'f3b9',
      iss: 'Vonage',
      api_key: 'abcd1234',
      application_id: 'app-77',
      payload_hash: 'a'.repeat(64),
    }
    const [record] = redactAll([
      callbackRecord('{}', {
        path: '/webhooks/s3cr3t-segment/inbound-message?code=hush',
        headers: [
          ['Host', 'quiet-otter.ngrok.app'],
          ['Authorization', `Bearer ${tokenOf(claims)}`],
          ['X-Forwarded-For', '203.0.113.9, 198.51.100.7'],
          ['X-Whatever', 'Ana'],
          ['Content-Length', '2'],
          ['Content-Type', 'application/json'],
          ['Date', 'Tue, 15 Nov 2026 08:12:31 GMT'],
        ],
      }),
    ])
    if (record?.kind !== 'callback') throw new Error('It is another record.')
    expect(record.path).toBe('/webhooks/xxxxxxxxxxxxxx/inbound-message?xxxxxxxxx')
    const [host, authorization, forwarded, ...others] = record.headers.map(([, value]) => value)
    expect(host).toBe('host-1.example.com')
    expect(forwarded).toBe('192.0.2.1, 192.0.2.2')
    expect(others).toEqual(['xxx', '2', 'application/json', 'Tue, 15 Nov 2026 08:12:31 GMT'])
    expect(authorization).toMatch(/^Bearer [\w-]+\.[\w-]+\.$/)
    expect(unfolded(authorization ?? '')).toContain(
      `{"iat":1700000000,"jti":"xxxx","iss":"Vonage","api_key":"a0000001","application_id":"00000000-0000-4000-9000-000000000001","payload_hash":"${'x'.repeat(64)}"}`,
    )
  })

  it('does not name the host of a reply that found nobody there', () => {
    const what = 'hooks.bakery.internal:8443 refused the connection.'
    const explanation = { code: 'NETWORK_REFUSED', what, why: 'No program listens there.', fix: 'Check it.' }
    const reply = replyRecord({
      url: 'http://hooks.bakery.internal:8443/v1/messages',
      outcome: { kind: 'failed', explanation, durationMs: 1 },
    })
    const once = redactAll([reply])
    expect(textOf(once)).not.toContain('bakery')
    expect(textOf(once)).toContain('host-1.example.com refused the connection.')
    expect(textOf(redactAll(once))).toBe(textOf(once))
  })

  it('keeps the versions of programs, which look like addresses', () => {
    const agent = 'Mozilla/5.0 (X11; Linux x86_64) Chrome/119.0.0.0 Safari/537.36'
    const headers: [string, string][] = [['User-Agent', `${agent} 203.0.113.7 via/203.0.113.7:80`]]
    const text = textOf(redactAll([callbackRecord('{}', { headers })]))
    expect(text).toContain(agent)
    expect(text).not.toContain('203.0.113.7')
  })

  it('has no ids in the names of headers', () => {
    const headers: [string, string][] = [['X-Trace-777123456789', 'Ana']]
    expect(textOf(redactAll([callbackRecord('{}', { headers })]))).not.toContain('777123456789')
  })

  it('is the same when it is redacted again', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(anyCallbackRecord, fc.constant(replyRecord()), tellingRecord())),
        (records) => {
          const once = redactAll(records.map((record) => ('psids' in record ? record.record : record)))
          expect(textOf(redactAll(once))).toBe(textOf(once))
        },
      ),
    )
  })

  it('holds no id, text or secret of what it was made of', () => {
    fc.assert(
      fc.property(fc.array(tellingRecord(), { minLength: 1, maxLength: 5 }), (parts) => {
        const text = unfolded(textOf(redactAll(parts.map(({ record }) => record))))
        for (const { secrets } of parts) {
          for (const secret of secrets) expect(text).not.toContain(secret)
        }
      }),
    )
  })
})

describe('redactSentence', () => {
  it.each(['a', '1.', 'a:', 'a-', '@', '://'])(
    'comes to an end with 1 MiB of %j without a space',
    (piece) => {
      const text = piece.repeat((1024 * 1024) / piece.length)
      const redacted = redactSentence(`It said ${text} to Ana`, fakes())
      expect(redacted).toMatch(/^It said .* to Ana$/)
      expect(redactSentence(redacted, fakes())).toBe(redacted)
    },
  )

  it.each([
    [
      'Call 12345678 at https://x.test/a, or 2001:db8:1::5',
      'Call 9000000000000001 at https://example.com/1 or 192.0.2.1',
    ],
    [
      'See https://developer.vonage.com/api-errors/messages#1000',
      'See https://developer.vonage.com/api-errors/messages#1000',
    ],
    ['It took 10:20:30', 'It took 10:20:30'],
    ['No std::bad_alloc in App 2 of x86_64', 'No std::bad_alloc in App 2 of x86_64'],
    ['Key a1b2c3d4 of HTTPS://Shop.test/hook?t=1', 'Key xxxxxxxx of https://example.com/1'],
    ['Lost amqp://user:pw@queue.test.', 'Lost https://example.com/1'],
  ])('makes %j %j', (before, after) => {
    expect(redactSentence(before, fakes())).toBe(after)
  })
})

/** A callback with things in it that must not get out, and these things. */
function tellingRecord() {
  const digits = fc.array(fc.nat(9), { minLength: 12, maxLength: 17 }).map((list) => `7${list.join('')}`)
  const words = fc
    .string({ unit: fc.constantFrom(...'abcdefgß日😀"\\'), minLength: 8, maxLength: 30 })
    .map((text) => `Q${text}Q`)
  const hidden = fc.record({
    psid: digits,
    page: digits,
    uuid: fc.uuid(),
    text: words,
    name: words,
    unknown: words,
    list: fc.array(words),
    number: digits,
    ref: words,
    key: fc.stringMatching(/^[a-f0-9]{8}$/).map((key) => `k${key}`),
    application: fc.uuid(),
    ip: fc.ipV4().filter((ip) => ip.length > 10 && !ip.startsWith('192.0.2.')),
    note: words,
    segment: words,
  })
  const shape = fc.record({
    isStatus: fc.boolean(),
    isNested: fc.boolean(),
    indent: fc.constantFrom(0, 2),
    isJson: fc.boolean(),
  })
  return fc.tuple(hidden, shape).map(([parts, { isStatus, isNested, indent, isJson }]) => {
    const { psid, page, uuid, text, name, unknown, list, number, ref, key, application, ip, note, segment } =
      parts
    const [from, to] = isStatus ? [page, psid] : [psid, page]
    const body = JSON.stringify(
      {
        message_uuid: uuid,
        from: isNested ? { type: 'messenger', id: from } : from,
        to: isNested ? { type: 'messenger', id: to } : to,
        ...(isStatus
          ? { status: 'rejected', error: { title: '1340', detail: `To ${psid} by ${uuid}` } }
          : { text }),
        message: { content: { type: 'text', text } },
        profile: { name },
        client_ref: ref,
        url: `https://media.test/${number}`,
        deep: [{ [`Q${number}`]: unknown, list, number: Number(number.slice(0, 14)) }],
      },
      null,
      indent,
    )
    const token = tokenOf({
      iat: 1,
      jti: uuid,
      api_key: key,
      application_id: application,
      payload_hash: number,
    })
    const record = callbackRecord(isJson ? body : `${body}}`, {
      path: `/webhooks/${segment}/inbound-message`,
      headers: [
        ['authorization', `Bearer ${token}`],
        ['X-Forwarded-For', ip],
        ['Cookie', `session=${unknown}`],
      ],
      note: { text: note, atMs: 1 },
    })
    const written = (value: string) => JSON.stringify(JSON.stringify(value)).slice(3, -3)
    const secrets = [psid, page, uuid, number, key, application, ip, number.slice(0, 14)]
    const texts = [text, name, unknown, ref, note, segment, ...list]
    return {
      record,
      psids: [psid],
      secrets: [...secrets, ...texts, ...texts.map(written), token.split('.')[2] ?? ''],
    }
  })
}
