import { createServer } from 'node:http'
import type { Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import { serveContract } from '#electron/bridge/serve-contract.ts'
import { listenOnLoopback } from '#electron/loopback/listen-on-loopback.ts'
import { acceptPages } from '#electron/web/accept-pages.ts'
import type { Contract, Handlers } from '#shared/rpc.ts'
import type { Connection, ConnectionState } from '../../renderer/bridge/connection.ts'
import { recordedLog } from './recorded-log.ts'

/** A page's connection that the test can cut, and the services behind it that the test can swap. */
type Link = {
  readonly connection: Connection
  /** Drops the connection and resolves when it is back. */
  readonly cut: () => Promise<void>
  /** Drops the connection; it stays down until `restore`. */
  readonly drop: () => Promise<void>
  readonly restore: () => Promise<void>
  readonly logLines: readonly string[]
}

export type Serve = <C extends Contract>(contract: C, handlers: () => Handlers<C>) => Promise<Link>

/** Who listens to a connection, told in order. */
export function createEars() {
  const onMessage: ((text: string) => void)[] = []
  const onState: ((state: ConnectionState) => void)[] = []
  return {
    hear: (text: string) => {
      for (const listener of onMessage) listener(text)
    },
    tell: (state: ConnectionState) => {
      for (const listener of onState) listener(state)
    },
    onMessage: (listener: (text: string) => void) => void onMessage.push(listener),
    onState: (listener: (state: ConnectionState) => void) => void onState.push(listener),
  }
}

/** The desktop's way: text in, text out, in order, never in the same turn. A cut is a reload of the services' end. */
export const pipeLink: Serve = async (contract, handlers) => {
  const { log, lines } = recordedLog()
  const { hear, tell, ...ears } = createEars()
  const open = () => {
    let isOpen = true
    const end = serveContract({
      contract,
      handlers: handlers(),
      log,
      send: (text) => void setImmediate(() => isOpen && hear(text)),
    })
    return {
      receive: (text: string) => void setImmediate(() => isOpen && end.receive(text)),
      close() {
        isOpen = false
        end.close()
      },
    }
  }
  let services: ReturnType<typeof open> | null = null
  const drop = async () => {
    services?.close()
    services = null
    tell('lost')
  }
  const restore = async () => {
    services = open()
    tell('connected')
  }
  onTestFinished(() => services?.close())
  setImmediate(restore)
  return {
    connection: { send: (text) => services?.receive(text), ...ears },
    drop,
    restore,
    cut: async () => {
      await drop()
      await restore()
    },
    logLines: lines,
  }
}

/** Browser mode's way: a WebSocket over TCP. A cut destroys the TCP connection under it. */
export const socketLink: Serve = async (contract, handlers) => {
  const { log, lines } = recordedLog()
  const tcp = new Set<Socket>()
  const server = createServer()
  server.on('connection', (socket) => tcp.add(socket))
  const current = new Proxy(handlers(), { get: (_target, name) => Reflect.get(handlers(), name) })
  const pages = acceptPages(server, { mayConnect: () => true, contract, handlers: current, log })
  const port = await listenOnLoopback(server, 0)
  onTestFinished(() => {
    pages.dispose()
    server.close()
    for (const socket of tcp) socket.destroy()
  })
  const { connection, connect } = socketConnection(`ws://127.0.0.1:${port}/contract`)
  const restore = async () => {
    const socket = connect()
    await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }))
    dropped = new Promise((resolve) => socket.addEventListener('close', () => resolve(), { once: true }))
  }
  let dropped = Promise.resolve()
  const drop = async () => {
    for (const socket of tcp) socket.destroy()
    tcp.clear()
    await dropped
  }
  setImmediate(restore)
  return {
    connection,
    drop,
    restore,
    cut: async () => {
      await drop()
      await restore()
    },
    logLines: lines,
  }
}

/** A page's connection that comes back only when told to. */
export function socketConnection(url: string) {
  const { hear, tell, ...ears } = createEars()
  let open: WebSocket | null = null
  const connection: Connection = { send: (text) => open?.send(text), ...ears }
  const connect = () => {
    const socket = new WebSocket(url)
    socket.addEventListener('open', () => {
      open = socket
      tell('connected')
    })
    socket.addEventListener('message', ({ data }) => hear(String(data)))
    socket.addEventListener('close', () => {
      if (open === socket) tell('lost')
      open = null
    })
    return socket
  }
  return { connection, connect }
}

/** Resolves when the connection is usable for the first time. */
export function connected(connection: Connection): Promise<void> {
  return new Promise((resolve) => {
    connection.onState((state) => {
      if (state === 'connected') resolve()
    })
  })
}
