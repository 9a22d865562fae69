import type { Positioned } from '#shared/rpc.ts'

export type Feed<E> = {
  readonly publish: (event: E) => void
  /** Events behind `after`; starts with the reset event where `after` is null or no longer known. */
  readonly subscribe: (options: SubscribeOptions) => AsyncGenerator<Positioned<E>>
}

type SubscribeOptions = { readonly after: string | null; readonly signal: AbortSignal }

type FeedOptions<E> = {
  /** Different on every start, so that a cursor of an earlier run is recognised as such. */
  readonly epoch: string
  /** How many events are kept for pages that were away; whoever missed more gets a reset. */
  readonly capacity: number
  readonly reset: E
}

/**
 * An event log of bounded length that any number of pages read at their own pace. Nothing is buffered per page:
 * a slow or absent page holds a cursor, not memory.
 */
export function createFeed<E>({ epoch, capacity, reset }: FeedOptions<E>): Feed<E> {
  const kept: E[] = []
  let firstKept = 1
  const waiting = createWaiters()
  const head = () => firstKept + kept.length - 1

  async function* subscribe({ after, signal }: SubscribeOptions): AsyncGenerator<Positioned<E>> {
    let position = positionOf(after, epoch)
    while (!signal.aborted) {
      if (position === null || position < firstKept - 1 || position > head()) {
        position = head()
        yield { cursor: cursorOf(epoch, position), event: reset }
        continue
      }
      const event = kept[position + 1 - firstKept]
      if (event === undefined) {
        await waiting.next(signal)
        continue
      }
      position += 1
      yield { cursor: cursorOf(epoch, position), event }
    }
  }

  return {
    publish(event) {
      kept.push(event)
      if (kept.length > capacity) {
        kept.shift()
        firstKept += 1
      }
      waiting.wake()
    },
    subscribe,
  }
}

export type Latest<S> = {
  readonly set: (value: S) => void
  readonly subscribe: (options: SubscribeOptions) => AsyncGenerator<Positioned<S>>
}

/** A value of which only the newest version matters: a slow page skips what it was too slow to see. */
export function createLatest<S>(epoch: string): Latest<S> {
  let latest: { readonly version: number; readonly value: S } | null = null
  const waiting = createWaiters()

  async function* subscribe({ after, signal }: SubscribeOptions): AsyncGenerator<Positioned<S>> {
    let seen = positionOf(after, epoch)
    while (!signal.aborted) {
      if (latest === null || latest.version === seen) {
        await waiting.next(signal)
        continue
      }
      seen = latest.version
      yield { cursor: cursorOf(epoch, seen), event: latest.value }
    }
  }

  return {
    set(value) {
      latest = { value, version: (latest?.version ?? 0) + 1 }
      waiting.wake()
    },
    subscribe,
  }
}

/** Subscribers asleep until something happens or they are told to stop. */
function createWaiters() {
  const asleep = new Set<() => void>()
  return {
    next(signal: AbortSignal): Promise<void> {
      if (signal.aborted) return Promise.resolve()
      return new Promise((resolve) => {
        const wake = () => {
          asleep.delete(wake)
          signal.removeEventListener('abort', wake)
          resolve()
        }
        asleep.add(wake)
        signal.addEventListener('abort', wake, { once: true })
      })
    },
    wake() {
      for (const one of [...asleep]) one()
    },
  }
}

function cursorOf(epoch: string, position: number): string {
  return `${epoch}:${position}`
}

function positionOf(cursor: string | null, epoch: string): number | null {
  if (cursor === null || !cursor.startsWith(`${epoch}:`)) return null
  const position = Number(cursor.slice(epoch.length + 1))
  return Number.isSafeInteger(position) ? position : null
}
