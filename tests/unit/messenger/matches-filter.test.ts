import { describe, expect, it } from 'vitest'
import type { CallbackFilter, CallbackRow } from '#shared/callback.ts'
import { everything, matchesFilter } from '#shared/messenger/matches-filter.ts'

const row: CallbackRow = {
  seq: 1,
  receivedAtMs: 0,
  kind: 'inbound',
  version: 'v1',
  type: 'text',
  psid: '1111111111111111',
  pageId: '0000000000000000',
  messageUuid: 'aaaaaaaa-bbbb-cccc-dddd-0123456789ab',
  summary: 'Hello from Facebook Messenger!',
  errorCode: null,
  signature: 'valid',
  answer: null,
  reply: null,
  attempts: 1,
  passedOn: null,
  lastInboundAtMs: null,
}
const rejected: CallbackRow = {
  ...row,
  kind: 'status',
  type: 'rejected',
  summary: 'Outside of the allowed window',
  errorCode: '1340',
}
const other: CallbackRow = {
  ...row,
  kind: 'other',
  type: 'not-json',
  psid: null,
  pageId: null,
  messageUuid: null,
  signature: 'unsigned',
}

type Case = readonly [string, CallbackRow, Partial<CallbackFilter>, boolean]

const cases: readonly Case[] = [
  ['nothing is asked', row, {}, true],
  ['kind is the same', row, { kind: 'inbound' }, true],
  ['kind is another', row, { kind: 'status' }, false],
  ['signature is valid', row, { signature: 'trouble' }, false],
  ['unsigned', { ...row, signature: 'unsigned' }, { signature: 'trouble' }, true],
  ['bad signature', { ...row, signature: 'invalid' }, { signature: 'trouble' }, true],
  ['signature not checked', { ...row, signature: 'unknown' }, { signature: 'trouble' }, true],
  ['no callback, so no signature is expected', other, { signature: 'trouble' }, false],
  ['rejected', rejected, { failed: true }, true],
  ['undeliverable', { ...rejected, type: 'undeliverable' }, { failed: true }, true],
  ['delivered', { ...rejected, type: 'delivered' }, { failed: true }, false],
  ['an inbound type that is called rejected', { ...row, type: 'rejected' }, { failed: true }, false],
  ['text in the summary', row, { text: 'facebook' }, true],
  ['text in the type', row, { text: 'TEXT' }, true],
  ['text in the PSID', row, { text: '11111' }, true],
  ['text in the Page ID', row, { text: '00000' }, true],
  ['text in the message_uuid', row, { text: 'BBBB-cccc' }, true],
  ['text in the error code', rejected, { text: '1340' }, true],
  ['text nowhere', row, { text: 'goodbye' }, false],
  ['text that a pattern would match', row, { text: '%' }, false],
  ['blanks around the text', row, { text: '  hello ' }, true],
  ['all conditions hold', rejected, { kind: 'status', failed: true, text: 'window' }, true],
  ['one condition does not hold', rejected, { kind: 'inbound', failed: true, text: 'window' }, false],
]

describe('matchesFilter', () => {
  it.each(cases)('%s', (_, candidate, filter, isShown) => {
    expect(matchesFilter(candidate, { ...everything, ...filter })).toBe(isShown)
  })
})
