type Options<T> = {
  /** How many may wait. */
  readonly limit: number
  /** How many run at the same time. */
  readonly concurrency: number
  /** Never rejects. */
  readonly run: (item: T) => Promise<void>
}

/** Work that is started in order of arrival, some at a time, and of which only so much may wait. */
export function createForwardQueue<T>({ limit, concurrency, run }: Options<T>) {
  const waiting: T[] = []
  const underWay = new Set<Promise<void>>()

  function startWaiting(): void {
    while (underWay.size < concurrency) {
      const item = waiting.shift()
      if (item === undefined) return
      start(item)
    }
  }

  function start(item: T): void {
    const work = run(item).finally(() => {
      underWay.delete(work)
      startWaiting()
    })
    underWay.add(work)
  }

  return {
    /** False when the queue is full. */
    add(item: T): boolean {
      if (waiting.length >= limit) return false
      waiting.push(item)
      startWaiting()
      return true
    },
    /** Empties the queue; what is under way goes on. */
    takeWaiting: (): readonly T[] => waiting.splice(0),
    waiting: () => waiting.length,
    underWay: () => underWay.size,
    settled: async () => void (await Promise.all(underWay)),
  }
}
