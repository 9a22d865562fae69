import type { BrowserContext, WebSocketRoute } from '@playwright/test'

/** Up to so long a message is on its way; nearly a third of them are not held up at all. */
const LONGEST_MS = 500

/**
 * Lets every message between page and services take a while, each another, in order. A page that is right however slow
 * its answers are has no test that fails by it.
 */
export async function slowDown(context: BrowserContext): Promise<void> {
  await context.routeWebSocket('**/contract', (socket) => {
    const server = socket.connectToServer()
    socket.onMessage(inTurn((message) => server.send(message)))
    server.onMessage(inTurn((message) => socket.send(message)))
  })
}

type Send = Parameters<WebSocketRoute['onMessage']>[0]

function inTurn(send: Send): Send {
  let last: Promise<unknown> = Promise.resolve()
  return (message) => {
    const due = new Promise((done) => setTimeout(done, Math.max(0, Math.random() * 1.4 - 0.4) * LONGEST_MS))
    // A page that was closed meanwhile takes no more.
    last = Promise.all([last, due])
      .then(() => send(message))
      .catch(() => undefined)
  }
}
