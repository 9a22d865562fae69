import type { Page } from '@playwright/test'
import { RequestMessage, ResponseMessage } from '#shared/rpc.ts'

type Held = (message: string) => boolean

/** Loads the page again with a valve in what the services tell it: closed, answers and events wait. */
export async function withValve(page: Page, ...calls: readonly string[]) {
  const names = new Map<number, string>()
  const asked: string[] = []
  const answersTo =
    (wanted: readonly string[]): Held =>
    (message) => {
      const answer = ResponseMessage.parse(JSON.parse(message))
      return answer.t === 'ok' && wanted.includes(names.get(answer.id) ?? '')
    }
  let isHeld: Held = calls.length === 0 ? () => false : answersTo(calls)
  let waiting: (() => void)[] = []
  await page.routeWebSocket('**/contract', (socket) => {
    const server = socket.connectToServer()
    socket.onMessage((message) => {
      const text = String(message)
      const request = RequestMessage.parse(JSON.parse(text))
      if (request.t === 'call') names.set(request.id, request.name)
      asked.push(text)
      server.send(message)
    })
    server.onMessage((message) => {
      if (isHeld(String(message))) waiting.push(() => socket.send(message))
      else socket.send(message)
    })
  })
  await page.reload()
  return {
    /** What the page has sent since it was loaded. */
    asked,
    /** From now on everything waits, or the answers to these calls. `withValve` takes them too, to wait from the start. */
    close: (...calls: readonly string[]) => {
      isHeld = calls.length === 0 ? () => true : answersTo(calls)
    },
    open: () => {
      const held = waiting
      waiting = []
      isHeld = () => false
      for (const send of held) send()
    },
  }
}
