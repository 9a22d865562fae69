import type { IncomingMessage, Server } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Contract, Handlers } from '#shared/rpc.ts'
import { serveContract } from '../bridge/serve-contract.ts'
import type { Log } from '../log/log.ts'

type Deps<C extends Contract> = {
  readonly mayConnect: (request: IncomingMessage) => boolean
  readonly contract: C
  readonly handlers: Handlers<C>
  readonly log: Log
}

/** A body of 1 MiB in base64 and its envelope fit well; nothing else is that large. */
const MAX_MESSAGE_BYTES = 16 * 1024 * 1024

/** The WebSocket end of the contract, at `/contract` of the page's server. */
export function acceptPages<C extends Contract>(server: Server, { mayConnect, ...deps }: Deps<C>) {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
  })
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy())
    if (request.url !== '/contract' || !mayConnect(request)) {
      // Nobody tracks an upgraded socket: left half-open, it would keep the server from closing.
      socket.end('HTTP/1.1 401 Unauthorized\r\nconnection: close\r\ncontent-length: 0\r\n\r\n', () =>
        socket.destroy(),
      )
      return
    }
    sockets.handleUpgrade(request, socket, head, (page) => servePage(page, deps))
  })
  return {
    dispose() {
      for (const page of sockets.clients) page.terminate()
      sockets.close()
    },
  }
}

function servePage<C extends Contract>(page: WebSocket, deps: Omit<Deps<C>, 'mayConnect'>): void {
  const send = (text: string) => {
    if (page.readyState === page.OPEN) page.send(text)
  }
  const end = serveContract({ ...deps, send })
  page.on('message', (data, isBinary) => {
    if (!isBinary) end.receive(data.toString())
  })
  page.on('close', end.close)
  page.on('error', (err) => deps.log.warn({ err }, 'The connection to a page broke.'))
}
