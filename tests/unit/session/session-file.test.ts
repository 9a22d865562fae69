import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSessionHeader, readSessionLine } from '#shared/session/read-session.ts'
import { sessionHeaderLine, sessionLine } from '#shared/session/write-session.ts'
import { anyCallbackRecord, callbackRecord, replyRecord } from '../../support/session-records.ts'

describe('a session file', () => {
  it('begins with a line that says what it is and nothing about when', () => {
    expect(sessionHeaderLine(true)).toBe(
      '{"format":"messenger-workbench-session","schemaVersion":1,"isRedacted":true}',
    )
    expect(readSessionHeader(sessionHeaderLine(false))).toEqual({
      kind: 'session',
      header: { format: 'messenger-workbench-session', schemaVersion: 1, isRedacted: false },
    })
  })

  it('of a later version is refused, by its number', () => {
    const line = '{"format":"messenger-workbench-session","schemaVersion":2,"isRedacted":false,"new":1}'
    expect(readSessionHeader(line)).toEqual({ kind: 'too-new', schemaVersion: 2 })
  })

  it.each([
    '',
    'not json',
    '{}',
    '[]',
    '{"format":"other","schemaVersion":1,"isRedacted":true}',
    '{"format":"messenger-workbench-session","schemaVersion":0,"isRedacted":true}',
  ])('is not what begins with %j', (line) => {
    expect(readSessionHeader(line)).toEqual({ kind: 'no-session' })
  })

  it('gives every record back as it was, on one line', () => {
    fc.assert(
      fc.property(anyCallbackRecord, (record) => {
        const line = sessionLine(record)
        expect(line).not.toMatch(/[\r\n]/)
        const read = readSessionLine(line)
        expect(read).toEqual({ ok: true, record })
        expect(read.ok && sessionLine(read.record)).toBe(line)
      }),
    )
  })

  it('gives replies and names back', () => {
    const person = { kind: 'person', psid: '7771', name: 'Ana, test phone' } as const
    for (const record of [replyRecord(), person]) {
      expect(readSessionLine(sessionLine(record))).toEqual({ ok: true, record })
    }
  })

  it('may have members nobody knows yet', () => {
    const line = JSON.stringify({ ...callbackRecord('{}'), colour: 'green' })
    expect(readSessionLine(line)).toEqual({ ok: true, record: callbackRecord('{}') })
  })

  it('takes a body of 1 MiB that is no text', () => {
    const record = callbackRecord('', { body: base64Of(1_048_576) })
    expect(readSessionLine(JSON.stringify(record))).toEqual({ ok: true, record })
  })

  it.each([
    ['{"kind":"callback"', 'It is not JSON'],
    ['{"kind":"song"}', 'kind'],
    [JSON.stringify({ ...callbackRecord(''), route: 'up' }), 'route'],
    [JSON.stringify(callbackRecord('x'.repeat(1_048_577))), 'larger than 1 MiB'],
    [JSON.stringify(callbackRecord('€'.repeat(400_000))), 'larger than 1 MiB'],
    [JSON.stringify(callbackRecord('', { body: base64Of(1_048_577) })), 'larger than 1 MiB'],
    [JSON.stringify(callbackRecord('', { body: { base64: '*' } })), 'body'],
    [JSON.stringify(callbackRecord('')).replace('"text":""', String.raw`"text":"\ud800"`), 'body'],
  ])('says what is wrong with %.60s', (line, part) => {
    const read = readSessionLine(line)
    expect(read.ok ? '' : read.what).toContain(part)
  })
})

function base64Of(sizeBytes: number) {
  return { base64: Buffer.alloc(sizeBytes, 0xff).toString('base64') }
}
