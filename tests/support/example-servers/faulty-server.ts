import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { z } from 'zod'
import { bearerOf, coversBody, isGenuine, readBody } from './read-webhook.ts'

/** What can be wrong with this server, one or several at a time. */
export const plantedFaults = [
  'accepts-unsigned',
  'ignores-payload-hash',
  'refuses-repeats',
  'slow-with-video',
  'fails-on-v0.1',
  'fails-on-broken-json',
] as const
export type PlantedFault = (typeof plantedFaults)[number]

type Options = {
  readonly secret: string
  readonly faults: readonly PlantedFault[]
  /** How long it works on a video before it answers. */
  readonly slowMs: number
}

const Event = z.object({
  message_uuid: z.string(),
  to: z.unknown(),
  status: z.string().optional(),
  message_type: z.string().optional(),
  message: z.object({ content: z.object({ type: z.string() }) }).optional(),
})

/** A webhook server with faults that are planted on purpose. Without any it answers as it should. */
export function createFaultyServer({ secret, faults, slowMs }: Options): Server {
  const done = new Set<string>()
  const has = (fault: PlantedFault) => faults.includes(fault)
  return createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request)
    const token = bearerOf(request)
    if (token === null) return end(response, has('accepts-unsigned') ? 200 : 503)
    if (!isGenuine(token, secret)) return end(response, 401)
    if (!has('ignores-payload-hash') && !coversBody(token, body)) return end(response, 401)
    end(response, await statusFor(body))
  }

  async function statusFor(body: Buffer): Promise<number> {
    const event = parse(body)
    if (event === null) return has('fails-on-broken-json') ? 500 : 400
    if (typeof event.to !== 'string' && has('fails-on-v0.1')) return 500
    const type = event.message_type ?? event.message?.content.type
    if (type === 'video' && has('slow-with-video')) await new Promise((wake) => setTimeout(wake, slowMs))
    return isRepeat(event) && has('refuses-repeats') ? 409 : 200
  }

  function isRepeat({ message_uuid, status }: z.infer<typeof Event>): boolean {
    const key = `${message_uuid} ${status ?? ''}`
    if (done.has(key)) return true
    done.add(key)
    return false
  }
}

function parse(body: Buffer): z.infer<typeof Event> | null {
  try {
    return Event.parse(JSON.parse(body.toString('utf8')))
  } catch {
    return null
  }
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status).end()
}
