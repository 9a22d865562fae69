/** How many events a page is ready to take. */
export type Credit = {
  readonly add: (count: number) => void
  /** Resolves when one event may be sent (and takes that one), or when the signal aborts. */
  readonly take: (signal: AbortSignal) => Promise<void>
}

/** Back-pressure of one stream: the page grants credit as it consumes events, on every transport alike. */
export function createCredit(initial: number): Credit {
  let available = initial
  let wake: (() => void) | null = null

  return {
    add(count) {
      available += count
      wake?.()
    },
    async take(signal) {
      if (available === 0 && !signal.aborted) {
        await new Promise<void>((resolve) => {
          const wakeUp = () => {
            signal.removeEventListener('abort', wakeUp)
            resolve()
          }
          wake = wakeUp
          signal.addEventListener('abort', wakeUp, { once: true })
        })
        wake = null
      }
      if (available > 0) available -= 1
    },
  }
}
