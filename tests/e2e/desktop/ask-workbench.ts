import type { Page } from '@playwright/test'
import type { z } from 'zod'
import { contract, type WorkbenchContract } from '#shared/contract.ts'
import type { PageBridge } from '#shared/page-bridge.ts'
import { type CallDef, ResponseMessage } from '#shared/rpc.ts'

type CallName = {
  [K in keyof WorkbenchContract]: WorkbenchContract[K] extends CallDef ? K : never
}[keyof WorkbenchContract]

/** Calls the services from inside the page, past the page's own client. Throws with the error's code. */
export async function callFrom<K extends CallName>(
  page: Page,
  name: K,
  input: z.input<WorkbenchContract[K]['input']>,
): Promise<unknown> {
  const answer = await ask(page, { t: 'call', name, input })
  if (answer.t !== 'ok')
    throw new Error(answer.t === 'error' ? answer.error.code : `answered with ${answer.t}`)
  return answer.value
}

/** The present state of the workbench, as this page is told it. */
export async function stateFrom(page: Page): Promise<z.output<WorkbenchContract['state']['event']>> {
  const answer = await ask(page, { t: 'open', name: 'state', input: {}, after: null, credit: 1 })
  if (answer.t !== 'event') throw new Error(`the state stream answered with ${answer.t}`)
  return contract.state.event.parse(answer.value)
}

async function ask(page: Page, message: object): Promise<ResponseMessage> {
  const text = await page.evaluate(
    (request) =>
      new Promise<string>((resolve) => {
        // Far from the ids the page's own client counts up from 1.
        const id = 1_000_000 + Math.floor(Math.random() * 1_000_000_000)
        const bridge: PageBridge = Reflect.get(window, 'workbench')
        const stop = bridge.onMessage((answer) => {
          if (JSON.parse(answer).id !== id) return
          stop()
          bridge.send(JSON.stringify({ t: 'cancel', id }))
          resolve(answer)
        })
        bridge.send(JSON.stringify({ ...request, id }))
      }),
    message,
  )
  return ResponseMessage.parse(JSON.parse(text))
}
