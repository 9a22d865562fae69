import type { ReadCallback } from '../callback.ts'
import type { ResponseRule } from '../response-rule.ts'

/** Whether a rule is meant for this callback. What is no Messages callback is never matched. */
export function matchesRule(read: ReadCallback, { match }: Pick<ResponseRule, 'match'>): boolean {
  if (read.kind === 'other') return false
  if (match.kind !== null && match.kind !== read.kind) return false
  if (match.psid !== '' && match.psid !== read.psid) return false
  return match.messageUuid === '' || match.messageUuid === read.messageUuid
}
