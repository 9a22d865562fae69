/** Time, as far as the tunnel needs it; tests bring their own. */
export type Clock = {
  /** Unix milliseconds. */
  readonly nowMs: () => number
  /** Calls back once; the returned function prevents it. */
  readonly after: (delayMs: number, run: () => void) => () => void
}

export const systemClock: Clock = {
  nowMs: () => Date.now(),
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs)
    return () => clearTimeout(timer)
  },
}
