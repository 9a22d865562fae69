import type { CallbackRow } from '#shared/callback.ts'

/** A row of the callbacks list; what a test does not name is an inbound text. */
export function rowOf(change: Partial<CallbackRow> & { readonly seq: number }): CallbackRow {
  return {
    receivedAtMs: change.seq * 1000,
    kind: 'inbound',
    version: 'v1',
    type: 'text',
    psid: `psid-${change.seq}`,
    pageId: `page-${change.seq}`,
    messageUuid: `uuid-${change.seq}`,
    summary: `text ${change.seq}`,
    errorCode: null,
    signature: 'valid',
    answer: null,
    reply: null,
    attempts: 1,
    passedOn: null,
    isPinned: false,
    hasNote: false,
    lastInboundAtMs: null,
    ...change,
  }
}

export function rowsOf(...seqs: readonly number[]): readonly CallbackRow[] {
  return seqs.map((seq) => rowOf({ seq }))
}
