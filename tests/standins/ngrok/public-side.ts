import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { Endpoint, Endpoints } from './endpoints.ts'
import type { StandinRules } from './standin-rules.ts'

const PROXY_STREAM = 3

type Deps = { readonly endpoints: () => Endpoints; readonly rules: StandinRules }

/** Where the internet would come in: HTTP on one loopback port, sent on by the Host header. */
export async function openPublicSide({ endpoints, rules }: Deps) {
  const server = createServer((incoming, response) => {
    const name = hostName(incoming)
    const endpoint = endpoints().find(name)
    if (rules.portalPage !== null) page(response, rules.portalPage)
    else if (endpoint === undefined) offline(response, name)
    else forward(incoming, response, endpoint)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The stand-in has no TCP address.')
  return {
    port: address.port,
    close(): Promise<void> {
      const closed = new Promise<void>((done) => server.close(() => done()))
      server.closeAllConnections()
      return closed
    },
  }
}

function hostName({ headers }: IncomingMessage): string {
  return (headers.host ?? '').split(':')[0] ?? ''
}

function forward(incoming: IncomingMessage, response: ServerResponse, endpoint: Endpoint): void {
  const outgoing = request({
    method: incoming.method,
    path: incoming.url,
    headers: forwardedHeaders(incoming, endpoint),
    createConnection: () => dial(endpoint, incoming),
  })
  outgoing.on('response', (answer) => {
    const { connection: _, 'keep-alive': __, ...headers } = answer.headers
    response.writeHead(answer.statusCode ?? 502, headers)
    answer.on('error', () => response.destroy()).pipe(response)
  })
  outgoing.on('error', ({ message }) => fail(response, 502, 'ERR_NGROK_3004', message))
  response.on('close', () => {
    if (!response.writableFinished) outgoing.destroy()
  })
  incoming.pipe(outgoing)
}

/** One stream to the agent stands for one client connection. */
function dial({ id, mux }: Endpoint, { socket }: IncomingMessage) {
  const header = Buffer.from(
    JSON.stringify({
      Id: id,
      ClientAddr: `${socket.remoteAddress}:${socket.remotePort}`,
      Proto: 'https',
      EdgeType: '0',
      PassthroughTLS: false,
    }),
  )
  const size = Buffer.alloc(8)
  // Little-endian, unlike the framing.
  size.writeBigInt64LE(BigInt(header.length))
  return mux.open(PROXY_STREAM, Buffer.concat([size, header]))
}

function forwardedHeaders({ headers, socket }: IncomingMessage, { host }: Endpoint) {
  // Hop by hop, and keep-alive would never end the stream.
  const { connection: _, ...rest } = headers
  return {
    ...rest,
    host,
    'x-forwarded-for': socket.remoteAddress ?? '',
    'x-forwarded-host': host,
    'x-forwarded-proto': 'https',
  }
}

function offline(response: ServerResponse, name: string): void {
  fail(response, 404, 'ERR_NGROK_3200', `The endpoint ${name} is offline.`)
}

function fail(response: ServerResponse, status: number, code: string, text: string): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  response.writeHead(status, { 'content-type': 'text/plain', 'ngrok-error-code': code })
  response.end(`${text}\n\n${code}\n`)
}

function page(response: ServerResponse, html: string): void {
  response.writeHead(200, { 'content-type': 'text/html' })
  response.end(html)
}
