import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstTimeIn, rewriteBody } from '#shared/replay/rewrite-body.ts'
import { shiftTimestamp } from '#shared/replay/shift-timestamp.ts'

const DAY_MS = 86_400_000
const nothing = { newIdOf: null, shiftMs: null }
const ids = { newIdOf: (id: string) => `new-${id}`, shiftMs: null }

describe('shiftTimestamp', () => {
  it.each([
    ['2020-01-01T14:00:00.000Z', '2020-01-02T14:00:00.000Z'],
    ['2020-01-01T14:00:00.123456Z', '2020-01-02T14:00:00.123456Z'],
    ['2020-01-01T14:00:00Z', '2020-01-02T14:00:00Z'],
    ['2020-12-31T23:30Z', '2021-01-01T23:30Z'],
    ['2020-01-01 14:00:00 +0000', '2020-01-02 14:00:00 +0000'],
    ['2020-01-01 14:00:00 UTC', '2020-01-02 14:00:00 UTC'],
    ['2020-02-28T23:30:00-05:00', '2020-02-29T23:30:00-05:00'],
    ['2020-02-28 23:30:00 +0530', '2020-02-29 23:30:00 +0530'],
  ])('moves %s by a day to %s', (raw, moved) => {
    expect(shiftTimestamp(raw, DAY_MS)).toBe(moved)
  })

  it.each(['', 'yesterday', '1577887200', '01/02/2020', '2020-13-01T00:00:00Z', '9999-12-31T23:59:59Z'])(
    'does not know how to move %j',
    (raw) => {
      expect(shiftTimestamp(raw, DAY_MS)).toBeNull()
    },
  )
})

describe('rewriteBody', () => {
  it('touches nothing but the values', () => {
    const body =
      '\uFEFF\r\n{ "message_uuid" :\t"a\\u002db", "n":1.0e5, "n":12345678901234567890,\r\n' +
      '"text":"\\"message_uuid\\":\\"a-b\\" \\ud83d\\ude00 😀 \\/", "context":{"message_uuid":"a-b"},' +
      '"timestamp":"2020-01-01 14:00:00 UTC","x":["timestamp","2020-01-01T00:00:00Z"] }\n\n'
    const both = { ...ids, shiftMs: DAY_MS }
    expect(rewriteBody(body, both)).toBe(
      body
        .replace('"a\\u002db"', '"new-a-b"')
        .replace('{"message_uuid":"a-b"}', '{"message_uuid":"new-a-b"}')
        .replace('2020-01-01 14:00:00 UTC', '2020-01-02 14:00:00 UTC'),
    )
  })

  it('finds a member whose name is escaped, and every one of a repeated name', () => {
    expect(rewriteBody('{"message\\u005fuuid":"a","message_uuid":"b"}', ids)).toBe(
      '{"message\\u005fuuid":"new-a","message_uuid":"new-b"}',
    )
  })

  it.each(['{"message_uuid":1}', '{"message_uuid":""}', '{"message_uuid":["a"]}', '{"timestamp":"soon"}'])(
    'leaves %s alone',
    (body) => {
      expect(rewriteBody(body, { ...ids, shiftMs: DAY_MS })).toBe(body)
    },
  )

  it.each(['', '{', 'hello', '{"message_uuid":"a",}', '{"a":1} x'])('is not for %j', (body) => {
    expect(rewriteBody(body, ids)).toBeNull()
    expect(firstTimeIn(body)).toBeNull()
  })

  it('takes a very long and a very deep body', () => {
    const text = `{"text":"${'\\u0041"'.slice(0, 6).repeat(200_000)}","message_uuid":"a"}`
    expect(rewriteBody(text, ids)).toBe(text.replace('"a"}', '"new-a"}'))
    const deep = `${'['.repeat(5_000)}{"message_uuid":"a"}${']'.repeat(5_000)}`
    expect(rewriteBody(deep, ids)).toBe(deep.replace('"a"', '"new-a"'))
  })

  const written = fc
    .tuple(fc.json({ stringUnit: 'grapheme' }), fc.constantFrom(undefined, 1, '\t'), fc.boolean())
    .map(
      ([json, space, hasMark]) => (hasMark ? '\uFEFF' : '') + JSON.stringify(JSON.parse(json), null, space),
    )

  it('is the same text where nothing is asked for', () => {
    fc.assert(fc.property(written, (body) => rewriteBody(body, nothing) === body))
    fc.assert(fc.property(written, (body) => rewriteBody(body, { newIdOf: (id) => id, shiftMs: 0 }) === body))
  })

  it('changes ids and times wherever they are, and nothing else', () => {
    const date = fc.date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
    const leaf = fc.record(
      { message_uuid: fc.uuid(), timestamp: date.map((at) => at.toISOString()), text: fc.string() },
      { requiredKeys: [] },
    )
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof({ maxDepth: 4 }, leaf, fc.array(tie('tree')), fc.dictionary(fc.string(), tie('tree'))),
    }))
    fc.assert(
      fc.property(tree, fc.integer({ min: -1e6, max: 1e6 }), (value, seconds) => {
        const rewriting = { newIdOf: (id: string) => `new-${id}`, shiftMs: seconds * 1000 }
        const expected = JSON.parse(JSON.stringify(value), (key, inner) => {
          if (key === 'message_uuid' && typeof inner === 'string') return `new-${inner}`
          if (key !== 'timestamp' || typeof inner !== 'string') return inner
          return new Date(Date.parse(inner) + seconds * 1000).toISOString()
        })
        expect(rewriteBody(JSON.stringify(value, null, 2), rewriting)).toBe(JSON.stringify(expected, null, 2))
      }),
    )
  })
})

it('finds the first time that can be read', () => {
  expect(firstTimeIn('{"a":{"timestamp":"soon"},"timestamp":"1970-01-01T00:00:01Z"}')).toBe(1_000)
  expect(firstTimeIn('{"text":"timestamp"}')).toBeNull()
})
