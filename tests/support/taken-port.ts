import { createServer } from 'node:net'
import { onTestFinished } from 'vitest'

/** A port of 127.0.0.1 that somebody else holds for the length of the test; 0 means any. */
export async function takenPort(wanted = 0): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(wanted, '127.0.0.1', resolve)
  })
  onTestFinished(() => void server.close())
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no TCP address')
  return address.port
}
