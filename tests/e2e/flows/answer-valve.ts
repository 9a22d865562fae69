import type { Page } from '@playwright/test'

/** Loads the page again with a valve in what the services tell it: closed, answers and events wait. */
export async function withValve(page: Page) {
  let held: (() => void)[] | null = null
  const asked: string[] = []
  await page.routeWebSocket('**/contract', (socket) => {
    const server = socket.connectToServer()
    socket.onMessage((message) => {
      asked.push(String(message))
      server.send(message)
    })
    server.onMessage((message) => {
      if (held === null) socket.send(message)
      else held.push(() => socket.send(message))
    })
  })
  await page.reload()
  return {
    /** What the page has sent since it was loaded. */
    asked,
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
