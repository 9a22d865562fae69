import type { ReplyDraft } from '#shared/reply.ts'

export const PAGE_ID = '1111111111111111'
export const PSID = '2222222222222222'

/** A v1 text draft with the ids of the fixtures and nothing optional set. */
export function replyDraft(fields: Partial<ReplyDraft> = {}): ReplyDraft {
  return {
    version: 'v1',
    from: PAGE_ID,
    to: PSID,
    content: { type: 'text', text: 'Hello' },
    category: '',
    tag: '',
    clientRef: '',
    webhookUrl: '',
    webhookVersion: '',
    bodyText: null,
    ...fields,
  }
}
