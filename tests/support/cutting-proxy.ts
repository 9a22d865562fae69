import { connect, createServer, type Socket } from 'node:net'

/**
 * A TCP proxy that cuts its connections in the middle: the first one after `budgets[0]` bytes from the server, the
 * next after `budgets[1]` and so on, wherever in a frame that is. Connections after the last budget are left alone.
 */
export async function openCuttingProxy(targetPort: number, budgets: readonly number[]) {
  const sockets = new Set<Socket>()
  let cuts = 0
  let accepted = 0
  const server = createServer((page) => {
    let leftBytes = budgets[accepted] ?? Number.POSITIVE_INFINITY
    accepted += 1
    const services = connect(targetPort, '127.0.0.1')
    const end = () => {
      page.destroy()
      services.destroy()
    }
    for (const socket of [page, services]) {
      sockets.add(socket)
      socket.setNoDelay()
      socket.on('error', end)
      socket.on('close', end)
    }
    page.on('data', (bytes) => services.write(bytes))
    services.on('data', (bytes) => {
      if (leftBytes <= 0) return
      page.write(bytes.subarray(0, leftBytes))
      leftBytes -= bytes.length
      if (leftBytes > 0) return
      cuts += 1
      page.destroySoon()
      services.destroy()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no TCP address')
  return {
    port: address.port,
    cuts: () => cuts,
    close() {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}
