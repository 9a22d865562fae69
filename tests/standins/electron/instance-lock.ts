import { createHash } from 'node:crypto'
import { createConnection, createServer, type Server } from 'node:net'

export type SecondStart = { readonly argv: readonly string[]; readonly workingDirectory: string }

/** Electron's single-instance lock: one process per user data folder. */
export type InstanceLock = {
  /** True for the first process. Otherwise tells the first one about this start. */
  readonly request: (userData: string) => boolean
  /** Resolves when the first process has been told. */
  readonly told: () => Promise<void>
}

export function createInstanceLock(onSecondStart: (start: SecondStart) => void): InstanceLock {
  let telling: Promise<void> = Promise.resolve()
  let held: Server | null = null

  return {
    request(userData) {
      if (held !== null) return true
      const server = createServer((socket) => {
        const chunks: Buffer[] = []
        socket.on('data', (chunk) => chunks.push(chunk))
        socket.on('end', () => onSecondStart(JSON.parse(Buffer.concat(chunks).toString('utf8'))))
        socket.on('error', () => undefined)
      })
      // A socket that is taken is reported by event; `listening` already tells here and now.
      server.on('error', () => undefined)
      server.listen(addressFor(userData))
      server.unref()
      if (server.listening) held = server
      else telling = tell(addressFor(userData))
      return held !== null
    },
    told: () => telling,
  }
}

/** An abstract Unix socket (Linux): gone with its process, however that ends. */
function addressFor(userData: string): string {
  return `\0standin-${createHash('sha256').update(userData).digest('hex')}`
}

function tell(address: string): Promise<void> {
  const start: SecondStart = { argv: process.argv, workingDirectory: process.cwd() }
  return new Promise((resolve) => {
    const socket = createConnection(address, () => socket.end(JSON.stringify(start)))
    socket.on('close', () => resolve())
    socket.on('error', () => resolve())
  })
}
