import type { WorkbenchContract } from '#shared/contract.ts'
import type { Handlers } from '#shared/rpc.ts'
import type { Services } from '../services.ts'

type Names = 'replyEvents' | 'replies' | 'sendReply' | 'copyReply'

/** Replies and their copies: the contract's calls, answered by the services. */
export function replyHandlers({
  store,
  replyDesk,
  events,
}: Services): Pick<Handlers<WorkbenchContract>, Names> {
  return {
    replyEvents: (_input, options) => events.replies.subscribe(options),
    replies: async ({ limit }) => ({ replies: await store.newestReplies(limit) }),
    sendReply: ({ draft }) => replyDesk.send(draft),
    copyReply: (wanted) => replyDesk.copy(wanted),
  }
}
