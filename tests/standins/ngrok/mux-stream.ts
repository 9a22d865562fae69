import { Duplex } from 'node:stream'
import { type Frame, FrameFlag, FrameType, u32 } from './mux-frames.ts'

/** What a side may send on a stream before the other one has read something. */
const WINDOW_BYTES = 0x40000
const LARGEST_CHUNK = 0x4000
const INTERNAL_ERROR = 2
const CANCELLED = 6

type Deps = {
  readonly id: number
  /** This side opens the stream: its first frame says so. */
  readonly isOpening: boolean
  readonly send: (frame: Frame, done?: (error?: Error | null) => void) => void
  /** Both directions are closed, or the stream was given up. */
  readonly forget: () => void
}

type Pending = { chunk: Buffer; readonly done: (error?: Error | null) => void }

/** One of many streams on a connection, with its flow control, as a Duplex that node:http can use as a socket. */
export class MuxStream extends Duplex {
  readonly #deps: Deps
  #needsSyn: boolean
  #sendWindow = WINDOW_BYTES
  #unacknowledged = 0
  #pending: Pending | null = null
  #isFinSent = false
  #isFinReceived = false
  #isForgotten = false

  constructor(deps: Deps) {
    super({ allowHalfOpen: true })
    this.#deps = deps
    this.#needsSyn = deps.isOpening
    // Whoever reads it learns of the end; a lost agent must not end the process.
    this.on('error', () => undefined)
  }

  /** node:http asks its socket for these. */
  setTimeout(): this {
    return this
  }
  setNoDelay(): this {
    return this
  }
  setKeepAlive(): this {
    return this
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: Pending['done']): void {
    // node:http ends a body with an empty write, which has to be completed too.
    if (chunk.length === 0) {
      done()
      return
    }
    this.#pending = { chunk, done }
    this.#pump()
  }

  override _final(done: Pending['done']): void {
    this.#isFinSent = true
    this.#send(FrameType.data, FrameFlag.fin | this.#takeSyn(), Buffer.alloc(0))
    this.#forgetWhenOver()
    done()
  }

  override _read(): void {
    this.#credit()
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    const isOver = this.#isFinSent && this.#isFinReceived
    if (!this.#isForgotten && !this.#needsSyn && !isOver) {
      this.#send(FrameType.reset, 0, u32(error === null ? CANCELLED : INTERNAL_ERROR))
    }
    this.forget()
    const pending = this.#pending
    this.#pending = null
    done(error)
    pending?.done(error ?? new Error('The stream was closed.'))
  }

  /** Data from the other side. */
  receive(body: Buffer, isLast: boolean): void {
    if (body.length > 0) {
      this.#unacknowledged += body.length
      if (this.push(body)) this.#credit()
    }
    if (!isLast || this.#isFinReceived) return
    this.#isFinReceived = true
    this.push(null)
    this.#forgetWhenOver()
  }

  /** The other side has read something: more may be sent. */
  widen(bytes: number): void {
    this.#sendWindow += bytes
    this.#pump()
  }

  /** Ends it without telling the other side, which has reset it or is gone. */
  abandon(reason: string): void {
    this.#isForgotten = true
    this.destroy(new Error(reason))
  }

  forget(): void {
    this.#isForgotten = true
    this.#deps.forget()
  }

  #pump(): void {
    const pending = this.#pending
    if (pending === null) return
    while (pending.chunk.length > 0 && this.#sendWindow > 0) {
      const part = pending.chunk.subarray(0, Math.min(pending.chunk.length, this.#sendWindow, LARGEST_CHUNK))
      pending.chunk = pending.chunk.subarray(part.length)
      this.#sendWindow -= part.length
      const isLast = pending.chunk.length === 0
      if (isLast) this.#pending = null
      this.#send(FrameType.data, this.#takeSyn(), part, isLast ? pending.done : undefined)
    }
  }

  #credit(): void {
    const bytes = this.#unacknowledged
    if (bytes === 0) return
    this.#unacknowledged = 0
    this.#send(FrameType.window, 0, u32(bytes))
  }

  #takeSyn(): number {
    const flags = this.#needsSyn ? FrameFlag.syn : 0
    this.#needsSyn = false
    return flags
  }

  #send(type: number, flags: number, body: Buffer, done?: Pending['done']): void {
    this.#deps.send({ type, flags, streamId: this.#deps.id, body }, done)
  }

  #forgetWhenOver(): void {
    if (this.#isFinSent && this.#isFinReceived) this.forget()
  }
}
