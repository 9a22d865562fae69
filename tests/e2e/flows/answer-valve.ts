import type { Page } from '@playwright/test'

/** Loads the page again with a valve in what the services tell it: closed, answers and events wait. */
export async function withValve(page: Page) {
  let held: (() => void)[] | null = null
  await page.routeWebSocket('**/contract', (socket) => {
    const server = socket.connectToServer()
    server.onMessage((message) => {
      if (held === null) socket.send(message)
      else held.push(() => socket.send(message))
    })
  })
  await page.reload()
  return {
    close: () => {
      held = []
    },
    open: () => {
      const waiting = held ?? []
      held = null
      for (const send of waiting) send()
    },
  }
}
