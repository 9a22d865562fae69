import fc from 'fast-check'
import type { CallbackRecord, ReplyRecord } from '#shared/session/session-record.ts'
import { acceptedOutcome } from './accepted-outcome.ts'
import { replyDraft } from './reply-draft.ts'

/** A captured request as a record of a session. */
export function callbackRecord(body: string, change: Partial<CallbackRecord> = {}): CallbackRecord {
  return {
    kind: 'callback',
    receivedAtMs: 1_700_000_000_000,
    route: 'inbound',
    method: 'POST',
    path: '/webhooks/inbound-message',
    flaw: null,
    headers: [['Host', '127.0.0.1:4180']],
    body: { text: body },
    answer: { httpStatus: 200, durationMs: 1.25 },
    ...change,
  }
}

export function replyRecord(change: Partial<ReplyRecord> = {}): ReplyRecord {
  return {
    kind: 'reply',
    id: '3f0c6d1e-1111-4222-8333-944445555666',
    profileId: 'profile-of-the-test',
    profileName: 'Bakery in Graz',
    sentAtMs: 1_700_000_000_500,
    draft: replyDraft(),
    url: 'https://api.nexmo.com/v1/messages',
    requestBody: '{"to":"1111","from":"2222","message_type":"text","text":"secret words"}',
    outcome: acceptedOutcome('aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab'),
    ...change,
  }
}

/** Records with anything in every place, written the way JSON allows. */
export const anyCallbackRecord: fc.Arbitrary<CallbackRecord> = fc
  .record({
    receivedAtMs: fc.double({ min: 0, max: 8e15, noNaN: true, noDefaultInfinity: true }).map((ms) => ms + 0),
    route: fc.constantFrom('inbound', 'status', 'other'),
    method: fc.constantFrom('POST', 'GET', 'M-SEARCH'),
    path: fc.string(),
    flaw: fc.constantFrom(null, 'too-large', 'cut-off'),
    headers: fc.array(fc.tuple(fc.string(), fc.string({ unit: 'binary' }))),
    body: fc.oneof(
      fc.string({ unit: 'binary' }).map((text) => ({ text: text.toWellFormed() })),
      fc.uint8Array().map((bytes) => ({ base64: Buffer.from(bytes).toString('base64') })),
      fc.json().map((text) => ({ text: text.toWellFormed() })),
    ),
    answer: fc.oneof(fc.constant(null), fc.record({ httpStatus: fc.integer(), durationMs: fc.integer() })),
    pinnedAtMs: fc.oneof(fc.constant(undefined), fc.integer()),
    note: fc.oneof(fc.constant(undefined), fc.record({ text: fc.string(), atMs: fc.integer() })),
  })
  .map(
    ({ pinnedAtMs, note, ...rest }): CallbackRecord => ({
      kind: 'callback',
      ...(rest as Omit<CallbackRecord, 'kind'>),
      ...(pinnedAtMs !== undefined && { pinnedAtMs }),
      ...(note !== undefined && { note }),
    }),
  )
