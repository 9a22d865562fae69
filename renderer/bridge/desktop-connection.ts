import type { PageBridge } from '#shared/page-bridge.ts'
import type { Connection } from './connection.ts'

/** Desktop: the preload's pipe, which lasts as long as the page. */
export function openDesktopConnection(bridge: PageBridge): Connection {
  return {
    send: bridge.send,
    onMessage: (listener) => {
      bridge.onMessage(listener)
    },
    onState: (listener) => queueMicrotask(() => listener('connected')),
  }
}
