import type { WorkbenchContract } from '#shared/contract.ts'
import { WorkbenchError } from '#shared/errors.ts'
import type { Handlers } from '#shared/rpc.ts'
import type { Services } from '../services.ts'
import { addressHandlers } from './address-handlers.ts'
import { callbackHandlers } from './callback-handlers.ts'
import { chatHandlers } from './chat-handlers.ts'
import { contractRunHandlers } from './contract-run-handlers.ts'
import { filterHandlers } from './filter-handlers.ts'
import { listenerHandlers } from './listener-handlers.ts'
import { mediaHandlers } from './media-handlers.ts'
import { profileHandlers } from './profile-handlers.ts'
import { replayHandlers } from './replay-handlers.ts'
import { replyHandlers } from './reply-handlers.ts'
import { retentionHandlers } from './retention-handlers.ts'
import { sessionHandlers } from './session-handlers.ts'
import { simulatorHandlers } from './simulator-handlers.ts'
import { targetHandlers } from './target-handlers.ts'
import { timelineHandlers } from './timeline-handlers.ts'
import { tokenHandlers } from './token-handlers.ts'
import { tunnelHandlers } from './tunnel-handlers.ts'

/** The contract, answered by the services. Each line is one call or stream; the work is elsewhere. */
export function createHandlers(services: Services): Handlers<WorkbenchContract> {
  const { events, notices, copyText } = services
  return {
    state: (_input, options) => events.state.subscribe(options),
    ...callbackHandlers(services),
    ...filterHandlers(services),
    ...timelineHandlers(services),
    ...replyHandlers(services),
    ...chatHandlers(services),
    ...profileHandlers(services),
    ...listenerHandlers(services),
    ...mediaHandlers(services),
    ...sessionHandlers(services),
    ...simulatorHandlers(services),
    ...tokenHandlers(services),
    ...tunnelHandlers(services),
    ...targetHandlers(services),
    ...replayHandlers(services),
    ...retentionHandlers(services),
    ...contractRunHandlers(services),
    ...addressHandlers(services),
    dismissNotice: async ({ id }) => {
      notices.dismiss(id)
      return {}
    },
    copyText: async ({ text }) => {
      if (copyText === undefined) throw noClipboard()
      await copyText(text)
      return {}
    },
  }
}

function noClipboard(): WorkbenchError {
  return new WorkbenchError({
    code: 'UNKNOWN_CALL',
    what: 'This workbench does not reach a clipboard.',
    why: 'It runs in browser mode; there the page copies by itself.',
    fix: 'Reload the page.',
  })
}
