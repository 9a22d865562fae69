import { WorkbenchError } from '#shared/errors.ts'
import type { Positioned, ResponseMessage, StreamDef } from '#shared/rpc.ts'
import { type Credit, createCredit } from './credit.ts'

type Opening = { readonly id: number; readonly after: string | null; readonly credit: number }
type StreamOptions = { readonly after: string | null; readonly signal: AbortSignal }
type OpenStream = { readonly abort: AbortController; readonly credit: Credit }

/** The event streams one page has open. */
export function createOpenStreams(post: (message: ResponseMessage) => void) {
  const streams = new Map<number, OpenStream>()

  return {
    /** Runs a stream until its source ends, fails, or it is cancelled. Rejects with what the source threw. */
    async run({ id, after, credit }: Opening, def: StreamDef, start: (options: StreamOptions) => unknown) {
      if (streams.has(id)) throw alreadyOpen(id)
      const stream = { abort: new AbortController(), credit: createCredit(credit) }
      streams.set(id, stream)
      try {
        const events = start({ after, signal: stream.abort.signal }) as AsyncIterable<Positioned<unknown>>
        for await (const { cursor, event } of paced(events, stream)) {
          post({ t: 'event', id, cursor, value: def.event.parse(event) })
        }
        post({ t: 'end', id })
      } finally {
        stream.abort.abort()
        streams.delete(id)
      }
    },
    addCredit(id: number, count: number) {
      streams.get(id)?.credit.add(count)
    },
    cancel(id: number) {
      streams.get(id)?.abort.abort()
    },
    cancelAll() {
      for (const { abort } of streams.values()) abort.abort()
    },
  }
}

/** Asks the source for the next event only when the page has granted credit for it. */
async function* paced<E>(events: AsyncIterable<E>, { abort, credit }: OpenStream): AsyncGenerator<E> {
  await credit.take(abort.signal)
  for await (const event of events) {
    if (abort.signal.aborted) return
    yield event
    await credit.take(abort.signal)
  }
}

function alreadyOpen(id: number): WorkbenchError {
  return new WorkbenchError({
    code: 'UNKNOWN_CALL',
    what: `The page opened stream ${id} twice.`,
    why: 'Each stream needs a number of its own.',
    fix: 'Reload the page.',
  })
}
