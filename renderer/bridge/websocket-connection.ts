import type { Connection, ConnectionState } from './connection.ts'

const FIRST_RETRY_MS = 200
const LONGEST_RETRY_MS = 3_000

/** Browser mode: a WebSocket to the server the page came from, opened again whenever it drops. */
export function openWebSocketConnection(url: string): Connection {
  const onMessage: ((text: string) => void)[] = []
  const onState: ((state: ConnectionState) => void)[] = []
  let socket: WebSocket | null = null
  let retryMs = FIRST_RETRY_MS

  const tell = (state: ConnectionState) => {
    for (const listener of onState) listener(state)
  }

  function connect(): void {
    const opening = new WebSocket(url)
    opening.onopen = () => {
      socket = opening
      retryMs = FIRST_RETRY_MS
      tell('connected')
    }
    opening.onmessage = (message) => {
      for (const listener of onMessage) listener(String(message.data))
    }
    opening.onclose = () => {
      if (socket === opening) tell('lost')
      socket = null
      setTimeout(connect, retryMs)
      retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS)
    }
  }

  connect()
  return {
    send: (text) => socket?.send(text),
    onMessage: (listener) => onMessage.push(listener),
    onState: (listener) => onState.push(listener),
  }
}
