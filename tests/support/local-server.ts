import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http'
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

export type Received = {
  readonly method: string
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

/** An HTTP server on a free loopback port for the length of the test; resolves with its origin. */
export function serve(listener: RequestListener): Promise<string> {
  return listening(createServer(listener))
}

/** The same for a server made elsewhere. The origin is given as plain HTTP. */
export async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return originOf(server.address())
}

/** A raw TCP server likewise. */
export async function serveTcp(onSocket: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>()
  const server = createTcpServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    onSocket(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return originOf(server.address())
}

/** A server that keeps what it gets and answers with `answer`. */
export async function capture(answer: (received: Received, response: ServerResponse) => void) {
  const received: Received[] = []
  const waiting: (() => void)[] = []
  const origin = await serve(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk))
    const one = {
      method: request.method ?? '',
      url: request.url ?? '',
      headers: request.headers,
      body: Buffer.concat(chunks),
    }
    received.push(one)
    answer(one, response)
    for (const wake of waiting.splice(0)) wake()
  })
  return {
    origin,
    received,
    /** Resolves when at least `count` requests have come. */
    async until(count: number): Promise<readonly Received[]> {
      while (received.length < count) await new Promise<void>((resolve) => waiting.push(resolve))
      return received
    },
  }
}

/** A port of this computer that nothing listens on. */
export async function closedOrigin(): Promise<string> {
  const server = createTcpServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = originOf(server.address())
  await new Promise((resolve) => server.close(resolve))
  return origin
}

function originOf(address: AddressInfo | string | null): string {
  if (address === null || typeof address === 'string') throw new Error('no TCP address')
  return `http://127.0.0.1:${address.port}`
}
