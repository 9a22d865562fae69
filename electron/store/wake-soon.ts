/** So long after the first of several callbacks the indexer hears of all of them. */
const WAKE_AFTER_MS = 5

/** One message for a burst of callbacks: sending one, and waking a thread for it, costs as much as storing a callback. */
export function createWakeSoon(wake: () => void) {
  let timer: NodeJS.Timeout | null = null
  function now(): void {
    timer = null
    wake()
  }
  return {
    soon(): void {
      timer ??= setTimeout(now, WAKE_AFTER_MS)
    },
    stop(): void {
      if (timer !== null) clearTimeout(timer)
      timer = null
    },
  }
}
