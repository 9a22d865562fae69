import type { RequestMessage, ResponseMessage } from '#shared/rpc.ts'
import { CallError } from './call-error.ts'
import { createEventQueue, type EventQueue } from './event-queue.ts'

type Deps = { readonly newId: () => number; readonly post: (message: RequestMessage) => void }
type ClientStream = {
  readonly name: string
  readonly input: unknown
  readonly queue: EventQueue
  /** Place of the last event received; where to go on after a dropped connection. */
  cursor: string | null
}

/** How many events of one stream may be on their way to the page or unread in it. */
const WINDOW = 32

/** The page's open event streams, carried over dropped connections. */
export function createClientStreams({ newId, post }: Deps) {
  const streams = new Map<number, ClientStream>()
  let isConnected = false

  function start(stream: ClientStream): void {
    const id = newId()
    streams.set(id, stream)
    if (!isConnected) return
    const credit = WINDOW - stream.queue.size()
    post({ t: 'open', id, name: stream.name, input: stream.input, after: stream.cursor, credit })
    stream.queue.onRead(() => post({ t: 'credit', id, count: 1 }))
  }

  function stop(stream: ClientStream): void {
    for (const [id, candidate] of streams) {
      if (candidate !== stream) continue
      streams.delete(id)
      if (isConnected) post({ t: 'cancel', id })
    }
  }

  return {
    async *open(name: string, input: unknown, signal: AbortSignal): AsyncGenerator<unknown> {
      const stream: ClientStream = { name, input, queue: createEventQueue(signal), cursor: null }
      start(stream)
      try {
        yield* stream.queue.events()
      } finally {
        stop(stream)
      }
    },
    connected() {
      isConnected = true
      const resumed = [...streams.values()]
      streams.clear()
      for (const stream of resumed) start(stream)
    },
    disconnected() {
      isConnected = false
      for (const stream of streams.values()) stream.queue.onRead(null)
    },
    receive(message: ResponseMessage) {
      const stream = streams.get(message.id)
      if (stream === undefined) return
      if (message.t === 'event') {
        stream.cursor = message.cursor
        stream.queue.push(message.value)
        return
      }
      streams.delete(message.id)
      if (message.t === 'error') stream.queue.fail(new CallError(message.error))
      else stream.queue.end()
    },
  }
}
