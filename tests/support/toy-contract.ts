import { z } from 'zod'
import { createFeed } from '#electron/bridge/feed.ts'
import { call, type Handlers, type Positioned, stream } from '#shared/rpc.ts'

const NumberEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reset') }),
  z.object({ kind: z.literal('number'), n: z.int() }),
])
export type NumberEvent = z.infer<typeof NumberEvent>

/** A contract with one of everything that can go right or wrong on the way. */
export const toyContract = {
  echo: call(z.object({ person: z.object({ name: z.string().min(1) }) }), z.object({ name: z.string() })),
  wrongOutput: call(z.object({}), z.object({ n: z.int() })),
  crash: call(z.object({}), z.object({})),
  /** Never answers. */
  hang: call(z.object({}), z.object({})),
  numbers: stream(z.object({}), NumberEvent),
  wrongEvents: stream(z.object({}), z.object({ n: z.int() })),
  /** Ends by itself after two events. */
  two: stream(z.object({}), z.object({ n: z.int() })),
  /** Has an event ready whenever it is asked for one. */
  endless: stream(z.object({}), z.object({ n: z.int() })),
}

/** Its services, which keep count of what happens to them. */
export function toyServices({ epoch = 'one', capacity = 100_000 } = {}) {
  const feed = createFeed<NumberEvent>({ epoch, capacity, reset: { kind: 'reset' } })
  const seen = { hangs: 0, pulled: 0, ended: 0, signals: [] as AbortSignal[] }

  async function* endless(signal: AbortSignal): AsyncGenerator<Positioned<{ n: number }>> {
    seen.signals.push(signal)
    try {
      while (!signal.aborted) {
        seen.pulled += 1
        yield { cursor: String(seen.pulled), event: { n: seen.pulled } }
      }
    } finally {
      seen.ended += 1
    }
  }

  const handlers: Handlers<typeof toyContract> = {
    echo: async ({ person }) => ({ name: person.name }),
    wrongOutput: async () => ({ n: Number.NaN }),
    crash: () => Promise.reject(new Error('the disk is on fire')),
    hang: () => {
      seen.hangs += 1
      return new Promise(() => {})
    },
    numbers: async function* (_input, options) {
      seen.signals.push(options.signal)
      try {
        yield* feed.subscribe(options)
      } finally {
        seen.ended += 1
      }
    },
    wrongEvents: async function* () {
      yield { cursor: '1', event: { n: Number.NaN } }
    },
    two: async function* () {
      yield { cursor: '1', event: { n: 1 } }
      yield { cursor: '2', event: { n: 2 } }
    },
    endless: (_input, { signal }) => endless(signal),
  }
  return { handlers, feed, seen }
}
