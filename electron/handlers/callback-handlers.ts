import type { WorkbenchContract } from '#shared/contract.ts'
import type { Handlers } from '#shared/rpc.ts'
import { callbackDetail, checkWithSecret } from '../callback-detail.ts'
import type { Services } from '../services.ts'

type Names = 'callbackEvents' | 'callback' | 'checkSignature' | 'lastInbound' | 'messageStatuses'

/** Captured callbacks: the contract's calls, answered by the services. */
export function callbackHandlers({
  store,
  judge,
  events,
}: Services): Pick<Handlers<WorkbenchContract>, Names> {
  return {
    callbackEvents: (_input, options) => events.callbacks.subscribe(options),
    callback: async ({ seq }) => callbackDetail(seq, store, judge),
    checkSignature: async ({ seq, secret }) => checkWithSecret(seq, secret, store),
    lastInbound: async ({ psid, pageId }) => ({
      lastInboundAtMs: await store.lastInboundAtMs(psid, pageId),
    }),
    messageStatuses: async ({ messageUuid }) => store.messageStatuses(messageUuid),
  }
}
