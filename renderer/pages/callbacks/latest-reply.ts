import type { Reply } from '#shared/reply.ts'

/** The reply to show after `next` arrived: the newer one, and of the same one the later state. */
export function laterReply(shown: Reply | null, next: Reply): Reply {
  if (shown === null || shown.id === next.id) return next
  return next.sentAtMs >= shown.sentAtMs ? next : shown
}
