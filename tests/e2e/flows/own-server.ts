import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { Page } from '@playwright/test'
import { z } from 'zod'
import type { ForwardSettings } from '#shared/forward.ts'
import { usualTarget } from '#shared/target.ts'

type ReceivedCallback = {
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly text: string
  readonly sha256: string
}

type Answer = (response: ServerResponse) => void

export type OwnServer = {
  readonly origin: string
  readonly received: readonly ReceivedCallback[]
  /** How it answers from now on; at first 200 with `ok`. */
  readonly answerWith: (answer: Answer) => void
  readonly stop: () => Promise<void>
}

/** A developer's webhook server on a free loopback port. It keeps what it gets. */
export async function startOwnServer(): Promise<OwnServer> {
  const received: ReceivedCallback[] = []
  let answer: Answer = (response) => response.end('ok')
  const listener: RequestListener = async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk))
    const body = Buffer.concat(chunks)
    const { url = '', headers } = request
    received.push({ path: url, headers, text: body.toString('utf8'), sha256: sha256(body) })
    answer(response)
  }
  const server = createServer((request, response) => void listener(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = z.object({ port: z.int() }).parse(server.address())
  return {
    origin: `http://127.0.0.1:${port}`,
    received,
    answerWith: (next) => {
      answer = next
    },
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export function sha256(body: string | Uint8Array): string {
  return createHash('sha256').update(body).digest('hex')
}

/**
 * Enters the server as a target of the profile in use, and has it be the one that callbacks are replayed to and, if
 * wanted, forwarded to as they arrive. Resolves with how to change the forwarding.
 */
export async function aimAt(page: Page, { origin }: Pick<OwnServer, 'origin'>) {
  const target = { ...usualTarget, id: null, name: 'Shop bot', baseUrl: origin }
  const { id } = z.object({ id: z.string() }).parse(await callFromPage(page, 'saveTarget', target))
  const filter = { kind: null, signature: null, failed: false, text: '' }
  const usual = { isOn: false, targetId: id, mode: 'acknowledge-first', filter, isUnverifiedAllowed: false }
  const forward = async (change: Partial<ForwardSettings>) => {
    await callFromPage(page, 'saveForwardSettings', { ...usual, ...change })
  }
  await forward({})
  return forward
}

/** Calls the services over a socket of the page's own. */
async function callFromPage(page: Page, name: string, input: object): Promise<unknown> {
  const answer = await page.evaluate(
    (request) =>
      new Promise<string>((resolve, reject) => {
        const socket = new WebSocket(`ws://${location.host}/contract`)
        socket.onopen = () => socket.send(JSON.stringify(request))
        socket.onerror = () => reject(new Error('no socket'))
        socket.onmessage = (message) => {
          socket.close()
          resolve(String(message.data))
        }
      }),
    { t: 'call', id: 1, name, input },
  )
  const read = z.object({ t: z.literal('ok'), value: z.unknown() }).safeParse(JSON.parse(answer))
  if (!read.success) throw new Error(answer)
  return read.data.value
}
