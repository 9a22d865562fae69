import type { WorkbenchContract } from '#shared/contract.ts'
import { WorkbenchError } from '#shared/errors.ts'
import type { Handlers } from '#shared/rpc.ts'
import { callbackDetail } from './callback-detail.ts'
import type { Services } from './services.ts'

/** The contract, answered by the services. Each line is one call or stream; the work is elsewhere. */
export function createHandlers(services: Services): Handlers<WorkbenchContract> {
  const {
    store,
    judge,
    replyDesk,
    profiles,
    settings,
    listening,
    simulating,
    notices,
    events,
    copyText,
    refresh,
  } = services
  return {
    state: (_input, options) => events.state.subscribe(options),
    callbackEvents: (_input, options) => events.callbacks.subscribe(options),
    replyEvents: (_input, options) => events.replies.subscribe(options),

    callbackPage: async (query) => ({ rows: [...store.page(query)], total: store.count() }),
    callback: async ({ seq }) => callbackDetail(seq, store, judge),

    replies: async ({ limit }) => ({ replies: store.newestReplies(limit) }),
    sendReply: ({ draft }) => replyDesk.send(draft),
    replyCurl: ({ draft, token }) => replyDesk.curl(draft, token),

    saveProfile: async (input) => ({ id: await profiles.save(input) }),
    deleteProfile: async ({ id }) => {
      profiles.remove(id)
      return {}
    },
    activateProfile: async ({ id }) => {
      profiles.activate(id)
      return {}
    },
    setListenerPort: async ({ port }) => {
      settings.update({ listenerPort: port })
      await listening.start(port)
      return {}
    },
    dismissNotice: async ({ id }) => {
      notices.dismiss(id)
      return {}
    },

    simulateInbound: (message) => simulating.running().simulateInbound(message),
    setSimulatorVersion: async ({ version }) => {
      settings.update({ simulatorCallbackVersion: version })
      refresh()
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
