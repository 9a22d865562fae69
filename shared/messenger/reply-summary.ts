import type { ReplyDraft } from '../reply.ts'
import { replyFacts } from './reply-facts.ts'

/** What a reply says, in a few words: its text, the kind and URL of its media, or that it is JSON. */
export function replySummary(draft: ReplyDraft): string {
  const facts = replyFacts(draft)
  if (facts?.type === 'text' && typeof facts.text === 'string') return facts.text
  if (typeof facts?.type === 'string' && typeof facts.url === 'string') return `${facts.type} ${facts.url}`
  return draft.bodyText === null ? 'custom message' : 'JSON edited by hand'
}
