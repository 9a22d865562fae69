import { Session } from 'node:inspector'
import { type WebSocket, WebSocketServer } from 'ws'

type Command = { readonly id: number; readonly method: string; readonly params?: object }

/**
 * Lets Playwright evaluate in this process, and prints the line it waits for. Calls `onLeft` when Playwright is gone.
 *
 * Node's own inspector would run an evaluation inside a V8 interrupt, in the middle of whatever runs just then, and a
 * socket write it starts can be lost. A session in this process runs it as a turn of its own.
 */
export async function openInspector(onLeft: () => void): Promise<void> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
  await new Promise((resolve) => server.once('listening', resolve))
  server.on('connection', (socket) => {
    serveSession(socket)
    socket.on('close', onLeft)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('stand-in: the inspector has no port')
  console.error(`Debugger listening on ws://127.0.0.1:${address.port}/standin`)
}

function serveSession(socket: WebSocket): void {
  const session = new Session()
  session.connect()
  const send = (message: object) => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message))
  }
  session.on('inspectorNotification', send)
  socket.on('message', (data) => {
    const { id, method, params }: Command = JSON.parse(String(data))
    session.post(method, params ?? {}, (error, result) => {
      send(error === null ? { id, result: result ?? {} } : { id, error })
    })
  })
  socket.on('close', () => session.disconnect())
}
