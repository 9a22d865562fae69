import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { bearerOf, coversBody, isGenuine, readBody } from './read-webhook.ts'

/** A webhook server as it should be: verifies, does the work once, and answers at once. */
export function createRightServer(secret: string): Server {
  const done = new Set<string>()
  return createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request)
    const token = bearerOf(request)
    if (token === null) return end(response, 503)
    if (!isGenuine(token, secret) || !coversBody(token, body)) return end(response, 401)
    const event = parse(body)
    if (event === null) return end(response, 400)
    done.add(`${event.message_uuid} ${event.status ?? ''}`)
    end(response, 200)
  }
}

type Event = { readonly message_uuid?: unknown; readonly status?: unknown }

function parse(body: Buffer): Event | null {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'))
    return typeof value === 'object' ? value : null
  } catch {
    return null
  }
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status).end()
}
