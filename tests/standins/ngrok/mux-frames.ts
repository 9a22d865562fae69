/** The framing of ngrok's agent protocol: 8 bytes of header (length u24, type u4, flags u4, stream id u32), then the body. */
export const FrameType = { reset: 0, data: 1, window: 2, goAway: 3 } as const
export const FrameFlag = { fin: 1, syn: 2 } as const

export type Frame = {
  readonly type: number
  readonly flags: number
  readonly streamId: number
  readonly body: Buffer
}

const HEADER_BYTES = 8

export function encodeFrame({ type, flags, streamId, body }: Frame): Buffer {
  const frame = Buffer.allocUnsafe(HEADER_BYTES + body.length)
  frame.writeUIntBE(body.length, 0, 3)
  frame[3] = (type << 4) | flags
  frame.writeUInt32BE(streamId, 4)
  body.copy(frame, HEADER_BYTES)
  return frame
}

/** A number as the body of a frame. */
export function u32(value: number): Buffer {
  const body = Buffer.alloc(4)
  body.writeUInt32BE(value)
  return body
}

/** Cuts what comes in, in whatever pieces, into frames. */
export function createFrameReader(onFrame: (frame: Frame) => void): (chunk: Buffer) => void {
  let buffered: Buffer = Buffer.alloc(0)
  return (chunk) => {
    buffered = buffered.length > 0 ? Buffer.concat([buffered, chunk]) : chunk
    while (buffered.length >= HEADER_BYTES) {
      const end = HEADER_BYTES + buffered.readUIntBE(0, 3)
      if (buffered.length < end) return
      const kind = buffered[3] ?? 0
      const streamId = buffered.readUInt32BE(4) & 0x7fffffff
      const body = buffered.subarray(HEADER_BYTES, end)
      buffered = buffered.subarray(end)
      onFrame({ type: kind >> 4, flags: kind & 0x0f, streamId, body })
    }
  }
}
