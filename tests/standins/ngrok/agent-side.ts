import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { createServer } from 'node:tls'
import { createAgentSessions } from './agent-sessions.ts'
import type { Certificates } from './certificates.ts'
import type { Endpoints } from './endpoints.ts'
import type { StandinRules } from './standin-rules.ts'

type Deps = {
  readonly certificates: Certificates
  readonly endpoints: Endpoints
  readonly rules: StandinRules
  readonly onChange: () => void
}

/** Where agents connect: TLS on a loopback port that can be closed and opened again. */
export async function openAgentSide({ certificates, ...deps }: Deps) {
  const { rules, onChange } = deps
  const sessions = createAgentSessions(deps)
  const sockets = new Set<Socket>()
  let connections = 0

  const server = createServer({ cert: certificates.certPem, key: certificates.keyPem }, (socket) => {
    socket.on('error', () => undefined)
    if (rules.access !== 'never-answer') sessions.take(socket)
  })
  server.on('tlsClientError', () => undefined)
  server.on('connection', (socket: Socket) => {
    connections += 1
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
    if (rules.access === 'refuse') socket.destroy()
    onChange()
  })
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    return portOf(server.address())
  }
  const port = await listen(0)

  return {
    address: `127.0.0.1:${port}`,
    sessionCount: sessions.count,
    /** TCP connections that agents have made so far. */
    connectionCount: () => connections,
    /** The way between agents and service is cut: every connection breaks, none can be made. */
    async stopListening(): Promise<void> {
      const closed = new Promise<void>((done) => server.close(() => done()))
      for (const socket of sockets) socket.destroy()
      await closed
    },
    startListening: () => listen(port),
    dropSessions: sessions.drop,
  }
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The stand-in has no TCP address.')
  return address.port
}
