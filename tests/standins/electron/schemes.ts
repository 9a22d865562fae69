import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import type { CustomScheme, Protocol } from 'electron'

type SchemeHandler = Parameters<Protocol['handle']>[1]

/**
 * Custom schemes. Chromium cannot be taught a scheme from outside: `app://host/path` is served at
 * `http://host.app.localhost/path`, which is a secure context too, and the main process sees app:// only.
 */
export type Schemes = {
  readonly protocol: Pick<Protocol, 'registerSchemesAsPrivileged' | 'handle'>
  readonly toChromium: (address: string) => string
  readonly fromChromium: (address: string) => string
  /** Starts serving; returns Chromium's switch that leads the hosts here. */
  readonly listen: () => Promise<readonly string[]>
}

export function createSchemes(): Schemes {
  const handlers = new Map<string, SchemeHandler | null>()

  const toChromium = (address: string) => {
    const [, scheme = '', host = '', rest = ''] = /^([a-z]+):\/\/([^/?#]*)(.*)$/is.exec(address) ?? []
    return handlers.has(scheme) ? `http://${host}.${scheme}.localhost${rest === '' ? '/' : rest}` : address
  }
  const fromChromium = (address: string) => {
    const [, host = '', scheme = '', rest = ''] =
      /^http:\/\/([^/]*)\.([^./]+)\.localhost(.*)$/s.exec(address) ?? []
    return handlers.has(scheme) ? `${scheme}://${host}${rest}` : address
  }
  const server = createServer((request, response) => {
    const address = fromChromium(`http://${request.headers.host}${request.url}`)
    const handler = handlers.get(address.split(':')[0] ?? '')
    serve(handler ?? null, address, request, response).catch((error: unknown) =>
      response.destroy(asError(error)),
    )
  })

  return {
    protocol: {
      registerSchemesAsPrivileged: (schemes: CustomScheme[]) => {
        for (const { scheme } of schemes) handlers.set(scheme, null)
      },
      handle: (scheme, handler) => handlers.set(scheme, handler),
    },
    toChromium,
    fromChromium,
    async listen() {
      const port = await listenOnAnyPort(server)
      server.unref()
      const rules = [...handlers.keys()].map((scheme) => `MAP *.${scheme}.localhost:80 127.0.0.1:${port}`)
      return rules.length === 0 ? [] : [`--host-resolver-rules=${rules.join(',')}`]
    },
  }
}

async function serve(
  handler: SchemeHandler | null,
  address: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (handler === null) {
    response.writeHead(404).end()
    return
  }
  const method = request.method ?? 'GET'
  const hasBody = method !== 'GET' && method !== 'HEAD'
  const body = hasBody ? { body: Readable.toWeb(request) as ReadableStream, duplex: 'half' } : {}
  const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [
    name,
    String(value),
  ])
  const answer = await handler(new Request(address, { method, headers, ...body }))
  response.writeHead(answer.status, Object.fromEntries(answer.headers))
  response.end(Buffer.from(await answer.arrayBuffer()))
}

async function listenOnAnyPort(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string')
    throw new Error('stand-in: the page server has no port')
  return address.port
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
