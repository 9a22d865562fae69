import { CURRENT_TAGS, type MessageTag } from './message-tags.ts'
import type { MessengerWindow } from './messenger-window.ts'
import type { ReplyFacts } from './reply-facts.ts'

/** Whether a reply fits the 24-hour window; if not, why, in one sentence. */
export type WindowAdvice = { readonly fits: true } | { readonly fits: false; readonly why: string }

const FITS: WindowAdvice = { fits: true }

/**
 * Whether Messenger takes a reply with this category and tag now. Of somebody who has not been seen writing nothing is
 * known, so nothing is said against it. A tag of one's own is the API's to judge.
 * Source: Messenger platform policy, "Standard messaging" and "Message tags"; Vonage, "Understanding Facebook
 * messaging" (1340 after a 202).
 */
export function windowAdvice(
  window: MessengerWindow,
  { category, tag }: Pick<ReplyFacts, 'category' | 'tag'>,
): WindowAdvice {
  if (window.state !== 'closed') return FITS
  if (category !== 'message_tag') {
    return {
      fits: false,
      why: 'The person last wrote more than 24 hours ago, so only category message_tag is allowed. Others are accepted with 202 and then rejected with code 1340.',
    }
  }
  if (tag === null || tag === '') {
    return {
      fits: false,
      why: 'The category message_tag needs a tag that says why you write after 24 hours.',
    }
  }
  if (tag === 'HUMAN_AGENT' && window.humanAgentUntilMs === null) {
    return {
      fits: false,
      why: 'HUMAN_AGENT is allowed for 7 days after the person wrote, and they are over.',
    }
  }
  return FITS
}

/** The tags that are allowed now. Inside the window none is needed and all may be used. */
export function tagsFor(window: MessengerWindow): readonly MessageTag[] {
  const isAgentOver = window.state === 'closed' && window.humanAgentUntilMs === null
  return isAgentOver ? CURRENT_TAGS.filter(({ name }) => name !== 'HUMAN_AGENT') : CURRENT_TAGS
}
