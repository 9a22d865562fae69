import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HAR_END, harBeginning, harEntry } from '#shared/session/har-entry.ts'
import { readHarEntry } from '#shared/session/read-har-entry.ts'
import { createHarSplitter } from '#shared/session/split-har.ts'
import { callbackRecord } from '../../support/session-records.ts'

const inbound = '{"message_uuid":"a-b","from":"1","to":"2","message_type":"text","text":"Hello 😀"}'

function entryOf(change: object) {
  return JSON.stringify({
    startedDateTime: '2026-11-20T10:00:00.000+01:00',
    request: {
      method: 'POST',
      url: 'https://own.example/hooks/in?x=1',
      headers: [],
      postData: { text: inbound },
    },
    response: { status: 204 },
    time: 12.5,
    ...change,
  })
}

describe('a HAR file', () => {
  it.each([
    ['a callback', callbackRecord(inbound)],
    ['no body', callbackRecord('')],
    ['bytes that are no text', callbackRecord('', { body: { base64: '//4=' } })],
    ['a cut-off body', callbackRecord('{"mess', { flaw: 'cut-off', answer: null })],
    ['another path', callbackRecord('{}', { route: 'other', method: 'PUT', path: '/x?a=b&c#' })],
    [
      'repeated headers',
      callbackRecord('{}', {
        headers: [
          ['a', '1'],
          ['A', '2'],
          ['Host', 'x.example'],
        ],
      }),
    ],
  ])('of this app gives back %s', (_name, record) => {
    expect(readHarEntry(harEntry(record))).toEqual({ ok: true, record })
  })

  it('has what HAR 1.2 asks of every entry', () => {
    const entry = JSON.parse(
      harEntry(callbackRecord(inbound, { path: '/webhooks/inbound-message?a=b%20c&d' })),
    )
    expect(entry).toMatchObject({
      startedDateTime: '2023-11-14T22:13:20.000Z',
      time: 1.25,
      request: {
        method: 'POST',
        url: 'http://127.0.0.1:4180/webhooks/inbound-message?a=b%20c&d',
        httpVersion: 'HTTP/1.1',
        cookies: [],
        queryString: [
          { name: 'a', value: 'b c' },
          { name: 'd', value: '' },
        ],
        postData: { mimeType: 'application/octet-stream', text: inbound },
        headersSize: -1,
        bodySize: Buffer.byteLength(inbound),
      },
      response: { status: 200, content: { size: 0, mimeType: 'x-unknown' }, redirectURL: '' },
      cache: {},
      timings: { send: 0, wait: 1.25, receive: 0 },
    })
  })

  it('of another tool becomes callbacks by what the bodies are, wherever they went', () => {
    const read = readHarEntry(entryOf({}))
    expect(read).toMatchObject({
      ok: true,
      record: {
        receivedAtMs: Date.UTC(2026, 10, 20, 9),
        route: 'inbound',
        path: '/hooks/in?x=1',
        answer: { httpStatus: 204, durationMs: 12.5 },
      },
    })
    const request = { method: 'POST', url: 'https://own.example', postData: { text: 'a=b', mimeType: null } }
    expect(readHarEntry(entryOf({ request }))).toMatchObject({ record: { route: 'other', path: '/' } })
  })

  it('has entries without a body, which are left out, and some that cannot be read', () => {
    expect(readHarEntry(entryOf({ request: { method: 'GET', url: 'https://x.example/a.js' } }))).toBeNull()
    expect(readHarEntry('')).toMatchObject({ ok: false })
    expect(readHarEntry(entryOf({ request: null }))).toMatchObject({ ok: false })
    expect(readHarEntry(entryOf({ startedDateTime: 'yesterday' }))).toMatchObject({
      what: 'Its startedDateTime cannot be read as a time.',
    })
  })

  it('may have its body as base64, in lines too', () => {
    const withBody = (text: string) =>
      readHarEntry(entryOf({ request: { method: 'POST', url: '/', postData: { text, encoding: 'base64' } } }))
    const base64 = Buffer.alloc(100, 1).toString('base64')
    expect(withBody(base64.replace(/.{40}/g, '$&\r\n'))).toMatchObject({ record: { body: { base64 } } })
    expect(withBody('@@@')).toMatchObject({ what: 'Its body is not base64, though it says so.' })
    const large = Buffer.alloc(1024 * 1024 + 3).toString('base64')
    expect(withBody(large)).toMatchObject({ what: 'Its body is larger than 1 MiB.' })
  })
})

describe('createHarSplitter', () => {
  const entries = [entryOf({}), entryOf({ comment: '"]}{[\\" entries' }), harEntry(callbackRecord(inbound))]

  it('cuts entries out of files that come in pieces', () => {
    const files = [
      `${harBeginning('1.0')}\n${entries.join(',\n')}${HAR_END}`,
      JSON.stringify(
        {
          log: {
            creator: { entries: [{ a: 1 }] },
            pages: [[{}]],
            entries: entries.map((text) => JSON.parse(text)),
            x: { entries: [{}] },
          },
        },
        null,
        2,
      ),
    ]
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.array(fc.nat(5_000)), (file, cuts) => {
        const splitter = createHarSplitter(100_000)
        const places = [0, ...cuts.filter((cut) => cut < file.length).toSorted((a, b) => a - b), file.length]
        const found = places.slice(1).flatMap((end, index) => splitter.push(file.slice(places[index], end)))
        expect(found.map((text) => JSON.parse(text))).toEqual(entries.map((text) => JSON.parse(text)))
        expect(splitter.state()).toEqual({ hasEntries: true, isComplete: true })
      }),
    )
  })

  it('knows that a file was cut off, or is something else', () => {
    const cut = createHarSplitter(100_000)
    expect(cut.push(`${harBeginning('1.0')}${entries[0]},${entries[1]?.slice(0, 50)}`)).toHaveLength(1)
    expect(cut.state()).toEqual({ hasEntries: true, isComplete: false })
    const other = createHarSplitter(100_000)
    expect(other.push('{"entries":[{}],"log":{"version":"1.2"}}')).toEqual([])
    expect(other.state()).toEqual({ hasEntries: false, isComplete: false })
  })

  it('does not keep an entry that is too long', () => {
    const splitter = createHarSplitter(100)
    const found = ['{"log":{"entries":[{"a":"', 'x'.repeat(90), 'x'.repeat(90), '"},{"b":1}]}}'].flatMap(
      splitter.push,
    )
    expect(found).toEqual(['', '{"b":1}'])
  })
})
