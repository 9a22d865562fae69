/** Events between the socket and the reader of one stream, in order. */
export type EventQueue = {
  readonly push: (event: unknown) => void
  readonly end: () => void
  readonly fail: (error: Error) => void
  readonly size: () => number
  /** Called each time the reader takes an event: the moment to grant credit for another. */
  readonly onRead: (listener: (() => void) | null) => void
  readonly events: () => AsyncGenerator<unknown>
}

type Ending = { readonly kind: 'end' } | { readonly kind: 'fail'; readonly error: Error }

/** A queue that its reader drains with `for await` until it is ended, fails, or the signal aborts. */
export function createEventQueue(signal: AbortSignal): EventQueue {
  const queued: unknown[] = []
  let ending: Ending | null = null
  let wake = () => {}
  let onRead: (() => void) | null = null

  const finish = (how: Ending) => {
    ending ??= how
    wake()
  }
  signal.addEventListener('abort', () => finish({ kind: 'end' }), { once: true })

  async function* events(): AsyncGenerator<unknown> {
    while (!signal.aborted) {
      if (queued.length > 0) {
        const event = queued.shift()
        onRead?.()
        yield event
      } else if (ending !== null) {
        if (ending.kind === 'fail') throw ending.error
        return
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    }
  }

  return {
    push(event) {
      queued.push(event)
      wake()
    },
    end: () => finish({ kind: 'end' }),
    fail: (error) => finish({ kind: 'fail', error }),
    size: () => queued.length,
    onRead(listener) {
      onRead = listener
    },
    events,
  }
}
