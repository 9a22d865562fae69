import type { Clock } from './clock.ts'

const LOOK_EVERY_MS = 2_000
const LEAST_GAP_MS = 10_000

type Deps = {
  readonly clock: Clock
  /** Whatever differs when this computer is on another network. */
  readonly network: () => string
  /** The computer slept: nothing ran for so long. */
  readonly onResumed: (gapMs: number) => void
  readonly onNetworkChange: () => void
}

/** Notices sleep by a timer that comes late, and a change of network by its addresses. Works in every host alike. */
export function createWakeWatch({ clock, network, onResumed, onNetworkChange }: Deps) {
  let lastLookMs = clock.nowMs()
  let lastNetwork = network()
  let stop = schedule()

  function schedule(): () => void {
    return clock.after(LOOK_EVERY_MS, look)
  }

  function look(): void {
    const gapMs = clock.nowMs() - lastLookMs - LOOK_EVERY_MS
    const present = network()
    const isMoved = present !== lastNetwork
    lastLookMs = clock.nowMs()
    lastNetwork = present
    stop = schedule()
    if (gapMs > LEAST_GAP_MS) onResumed(gapMs)
    else if (isMoved) onNetworkChange()
  }

  return { dispose: () => stop() }
}
