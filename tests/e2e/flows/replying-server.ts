import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { z } from 'zod'
import { listenOnLoopback } from '#electron/loopback/listen-on-loopback.ts'

const Settings = z.object({ profiles: z.array(z.object({ id: z.string(), apiKey: z.string() })) })
const Secrets = z.object({
  profiles: z.object({ simulator: z.object({ apiSecret: z.object({ value: z.string() }) }) }),
})
const Inbound = z.object({ from: z.string(), to: z.string(), text: z.string().optional() })

type Options = {
  /** Base URL of the Messages API it replies through. */
  readonly apiUrl: string
  readonly dataFolder: string
}

/**
 * A developer's own webhook server: answers every callback, and an inbound text of v1 also with a message through the
 * Messages API, as the simulator's profile.
 */
export async function replyingServer({ apiUrl, dataFolder }: Options) {
  const authorization = await simulatorAuthorization(dataFolder)
  const received: string[] = []
  let answer = 200

  async function reply(body: string): Promise<void> {
    const { from, to, text } = Inbound.parse(JSON.parse(body))
    await fetch(`${apiUrl}/v1/messages`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({
        channel: 'messenger',
        message_type: 'text',
        text: `You said: ${text}`,
        to: from,
        from: to,
      }),
    })
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString()
      received.push(`${request.url} ${body}`)
      response.writeHead(answer).end()
      if (answer === 200 && request.url === '/webhooks/inbound-message') void reply(body)
    })
  })
  const port = await listenOnLoopback(server, 0, [])
  return {
    origin: `http://127.0.0.1:${port}`,
    received,
    answerWith(status: number): void {
      answer = status
    },
    close(): void {
      server.closeAllConnections()
      server.close()
    },
  }
}

async function simulatorAuthorization(dataFolder: string): Promise<string> {
  const json = async (name: string): Promise<unknown> =>
    JSON.parse(await readFile(join(dataFolder, name), 'utf8'))
  const apiKey = Settings.parse(await json('settings.json')).profiles.find(
    ({ id }) => id === 'simulator',
  )?.apiKey
  const { value } = Secrets.parse(await json('secrets.json')).profiles.simulator.apiSecret
  return `Basic ${Buffer.from(`${apiKey}:${value}`).toString('base64')}`
}
