import { connect, type Socket } from 'node:net'

const HEAD_END = Buffer.from('\r\n\r\n')
/** As Node's servers say it: what answers so is not read any further, since the load must not be the bottleneck. */
const NO_BODY = Buffer.from('content-length: 0\r\n')
const CHUNKS_END = Buffer.from('0\r\n\r\n')

type Deps = {
  readonly port: number
  /** The next request's bytes, maybe later; null ends the connection. */
  readonly next: () => Buffer | null | Promise<Buffer | null>
  readonly onAnswer: (httpStatus: number, tookMs: number) => void
}

/** Sends request after request over one connection, reading no more of an answer than its end. Resolves when told to end. */
export function driveConnection({ port, next, onAnswer }: Deps): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    let received: Buffer = Buffer.alloc(0)
    let sentAtMs = 0
    const send = () => {
      const bytes = next()
      if (bytes instanceof Promise) bytes.then(write, reject)
      else write(bytes)
    }
    const write = (bytes: Buffer | null) => {
      if (bytes === null) {
        socket.end()
        resolve()
        return
      }
      sentAtMs = performance.now()
      socket.write(bytes)
    }
    socket.on('connect', send)
    socket.on('data', (chunk) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk])
      const end = endOfAnswer(received)
      if (end < 0) return
      const httpStatus = digit(received, 9) * 100 + digit(received, 10) * 10 + digit(received, 11)
      received = received.subarray(end)
      onAnswer(httpStatus, performance.now() - sentAtMs)
      send()
    })
    socket.on('error', reject)
    socket.on('close', () => reject(closed(socket)))
  })
}

/** Where the first answer ends, or -1 while it is not complete. */
function endOfAnswer(bytes: Buffer): number {
  const headEnd = bytes.indexOf(HEAD_END)
  if (headEnd < 0) return -1
  const noBodyAt = bytes.indexOf(NO_BODY)
  if (noBodyAt >= 0 && noBodyAt < headEnd) return headEnd + HEAD_END.length
  const head = bytes.toString('latin1', 0, headEnd).toLowerCase()
  const bodyAt = headEnd + HEAD_END.length
  if (head.includes('transfer-encoding: chunked')) {
    const last = bytes.indexOf(CHUNKS_END, bodyAt)
    return last < 0 ? -1 : last + CHUNKS_END.length
  }
  const length = Number(/content-length: *(\d+)/.exec(head)?.[1] ?? 0)
  return bytes.length >= bodyAt + length ? bodyAt + length : -1
}

function digit(bytes: Buffer, at: number): number {
  return (bytes[at] ?? 0) - 0x30
}

function closed(socket: Socket): Error {
  return new Error(`The server closed a connection after ${socket.bytesRead} bytes.`)
}
