import type { Server } from 'node:http'
import { WorkbenchError } from '#shared/errors.ts'

const LOOPBACK = '127.0.0.1'
const TRIES = 50
const HIGHEST_PORT = 65_535

/**
 * Listens on 127.0.0.1 only, at `wantedPort` or, where that is taken, at the next free port that is not in
 * `avoidPorts` (the other servers of this app). Port 0 means any free port. Resolves with the port in use.
 * Throws a WorkbenchError `PORT_UNAVAILABLE` when none of the next 50 can be had.
 */
export async function listenOnLoopback(
  server: Server,
  wantedPort: number,
  avoidPorts: readonly number[] = [],
): Promise<number> {
  let refusal: unknown
  for (const port of candidates(wantedPort, avoidPorts)) {
    try {
      return await listenAt(server, port)
    } catch (error) {
      if (!isTaken(error)) throw portUnavailable(wantedPort, error)
      refusal = error
    }
  }
  throw portUnavailable(wantedPort, refusal)
}

function candidates(wantedPort: number, avoidPorts: readonly number[]): readonly number[] {
  if (wantedPort === 0) return [0]
  const all = Array.from({ length: TRIES }, (_, step) => wantedPort + step)
  return all.filter((port) => port <= HIGHEST_PORT && (port === wantedPort || !avoidPorts.includes(port)))
}

function listenAt(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const onError = (error: Error) => {
      server.off('listening', onListening)
      reject(error)
    }
    const onListening = () => {
      server.off('error', onError)
      resolve(portOf(server))
    }
    server.once('error', onError)
    server.once('listening', onListening)
    server.listen(port, LOOPBACK)
  })
}

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no TCP address.')
  return address.port
}

/** Taken, or reserved by the system (Windows answers EACCES for its excluded ranges). */
function isTaken(error: unknown): boolean {
  return ['EADDRINUSE', 'EACCES'].includes(codeOf(error))
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

function portUnavailable(wantedPort: number, cause: unknown): WorkbenchError {
  return new WorkbenchError(
    {
      code: 'PORT_UNAVAILABLE',
      what: `No port could be opened at 127.0.0.1:${wantedPort}.`,
      why: reasonOf(wantedPort, cause),
      fix: 'Choose another port, or stop the program that holds this one.',
    },
    { cause },
  )
}

function reasonOf(wantedPort: number, cause: unknown): string {
  if (codeOf(cause) === 'EACCES')
    return 'The system does not let you open this port. Those under 1024 need privileges.'
  if (codeOf(cause) === 'EADDRINUSE') return `The ${TRIES} ports from ${wantedPort} on are all taken.`
  return cause instanceof Error ? cause.message : 'The system gave no reason.'
}
