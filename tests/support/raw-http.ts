import { connect, type Socket } from 'node:net'

/** What a raw connection has received. */
export type RawConnection = {
  readonly send: (text: string | Uint8Array) => void
  /** Ends this side, or drops the connection at once. */
  readonly end: () => void
  readonly destroy: () => void
  /** Resolves with everything received so far once it contains the text. */
  readonly received: (text: string) => Promise<string>
  /** Resolves with everything received once the other side has closed. */
  readonly closed: Promise<string>
}

/** A TCP connection that sends exactly what it is told to, HTTP or not. Stays half-open when the other side ends. */
export async function rawConnection(port: number, host = '127.0.0.1'): Promise<RawConnection> {
  const socket: Socket = connect({ port, host, allowHalfOpen: true })
  const listeners = new Set<() => void>()
  let received = ''
  let isClosed = false
  const tell = () => {
    for (const listener of [...listeners]) listener()
  }
  socket.setEncoding('latin1')
  socket.on('data', (chunk) => {
    received += chunk
    tell()
  })
  const close = () => {
    isClosed = true
    tell()
  }
  socket.on('end', close)
  socket.on('close', close)
  const when = (holds: () => boolean) =>
    new Promise<string>((resolve) => {
      const check = () => {
        if (!holds()) return
        listeners.delete(check)
        resolve(received)
      }
      listeners.add(check)
      check()
    })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('error', reject)
  })
  socket.on('error', () => undefined)
  return {
    send: (text) => void socket.write(text),
    end: () => void socket.end(),
    destroy: () => void socket.destroy(),
    received: (text) => when(() => received.includes(text) || isClosed),
    closed: when(() => isClosed),
  }
}

/** The status of the last HTTP response in what was received. */
export function lastStatus(received: string): number {
  return Number([...received.matchAll(/HTTP\/1\.1 (\d{3})/g)].at(-1)?.[1])
}
