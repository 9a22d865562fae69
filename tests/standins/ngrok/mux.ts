import type { TLSSocket } from 'node:tls'
import { createFrameReader, encodeFrame, type Frame, FrameFlag, FrameType, u32 } from './mux-frames.ts'
import { MuxStream } from './mux-stream.ts'

type Deps = {
  readonly socket: TLSSocket
  /** The agent opened a stream; the first four bytes of every stream name its kind. */
  readonly onStream: (kind: number, stream: MuxStream) => void
  readonly onClose: () => void
}

export type Mux = ReturnType<typeof createMux>

/** The service's end of one agent connection: many streams over one socket. */
export function createMux({ socket, onStream, onClose }: Deps) {
  const streams = new Map<number, MuxStream>()
  // The service opens even ids, the agent odd ones.
  let nextId = 2

  const send = (frame: Frame, done?: (error?: Error | null) => void) => {
    if (socket.writable) socket.write(encodeFrame(frame), done)
    else if (done !== undefined) process.nextTick(done, new Error('The agent is gone.'))
  }
  const create = (id: number, isOpening: boolean) => {
    const stream = new MuxStream({ id, isOpening, send, forget: () => streams.delete(id) })
    streams.set(id, stream)
    return stream
  }

  function take({ type, flags, streamId, body }: Frame): void {
    if ((flags & FrameFlag.syn) !== 0 && !streams.has(streamId)) {
      whenKindIsKnown(create(streamId, false), onStream)
    }
    const stream = streams.get(streamId)
    if (type === FrameType.data) stream?.receive(body, (flags & FrameFlag.fin) !== 0)
    else if (type === FrameType.window) stream?.widen(body.readUInt32BE(0))
    else if (type === FrameType.reset) stream?.abandon('The agent reset the stream.')
    else if (type === FrameType.goAway) socket.end()
  }

  socket.setNoDelay(true)
  socket.on('data', createFrameReader(take))
  socket.on('error', () => undefined)
  socket.on('close', () => {
    for (const stream of [...streams.values()]) stream.abandon('The agent is gone.')
    onClose()
  })

  return {
    /** Opens a stream. `first` travels with its kind, so that the agent never waits for it. */
    open(kind: number, first: Buffer): MuxStream {
      const stream = create(nextId, true)
      nextId += 2
      stream.write(Buffer.concat([u32(kind), first]))
      return stream
    },
    drop: () => void socket.destroy(),
  }
}

function whenKindIsKnown(stream: MuxStream, onStream: Deps['onStream']): void {
  const look = () => {
    const head: unknown = stream.read(4)
    if (!Buffer.isBuffer(head)) return
    stream.off('readable', look)
    onStream(head.readUInt32BE(0), stream)
  }
  stream.on('readable', look)
}
