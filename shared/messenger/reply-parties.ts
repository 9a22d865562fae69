import type { ReplyDraft } from '../reply.ts'
import { replyFacts } from './reply-facts.ts'

/** Who a reply goes to (`psid`) and which Page it comes from, as the request says; null where it does not say. */
export function replyParties(draft: ReplyDraft): {
  readonly psid: string | null
  readonly pageId: string | null
} {
  const facts = replyFacts(draft)
  return { psid: idOrNull(facts?.to), pageId: idOrNull(facts?.from) }
}

function idOrNull(id: unknown): string | null {
  return typeof id === 'string' && id !== '' ? id : null
}
