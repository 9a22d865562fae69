import type { MuxStream } from './mux-stream.ts'

/** Requests of an agent carry neither a length nor an end: they end where their JSON does. */
export function readRequest(stream: MuxStream, onRequest: (request: unknown) => void): void {
  let text = ''
  const onData = (chunk: string) => {
    text += chunk
    const request = parsed(text)
    if (request === undefined) return
    stream.off('data', onData).resume()
    onRequest(request)
  }
  stream.setEncoding('utf8').on('data', onData)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
