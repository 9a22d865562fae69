import { setTimeout as delay } from 'node:timers/promises'
import { nextTurn } from './next-turn.ts'

/** So many callbacks a second are derived one by one; of more, those that come within a moment are derived together. */
const MANY_PER_SECOND = 100
/** Where more than so many come in, the capture has the processor almost to itself; of more, even more. */
const BUSY_PER_SECOND = 2_000
/** With so many waiting, whoever searches misses too much: they are derived whatever comes in. */
const MOST_WAITING = 250_000
/** Over how long the rate is taken: not so short that a few callbacks at once look like many. Many end it sooner. */
const LOOK_MS = 100
const MANY_AT_ONCE = 200

/** So many are derived before other work gets its turn; so many, and no more, between the pauses of a busy capture. */
const SLICE = 200
const BITE = 25
const PAUSE_MS = 50
const MOST_PAUSES = 10
/** A transaction and a message for every two or three callbacks cost more than what is in them. */
const GATHER_MS = 40

type Deps = {
  /** The newest callback on disk. */
  readonly newestSeq: () => number
  readonly nowMs: () => number
}

/** How many to derive at once (none: not yet), and how long to leave the processor to the capture after that. */
export type DeriveStep = { readonly limit: number; readonly pauseMs: number }

/** Decides how fast to derive, by how fast callbacks come in: the sender waits for the capture, nobody for the index. */
export function createDerivePace({ newestSeq, nowMs }: Deps) {
  let looked = { atMs: nowMs(), seq: newestSeq() }
  let perSecond = 0
  let pausesSinceBite = 0
  const isBusy = () => perSecond > BUSY_PER_SECOND

  function look(): void {
    const atMs = nowMs()
    const passedMs = atMs - looked.atMs
    const seq = newestSeq()
    if (passedMs < LOOK_MS && seq - looked.seq < MANY_AT_ONCE) return
    perSecond = ((seq - looked.seq) * 1_000) / Math.max(passedMs, 1)
    looked = { atMs, seq }
  }

  /** One pause at a time, so that the end of the flood is seen soon. */
  function inFlood(): DeriveStep {
    const isDue = pausesSinceBite >= Math.min(MOST_PAUSES, Math.floor(perSecond / BUSY_PER_SECOND))
    pausesSinceBite = isDue ? 1 : pausesSinceBite + 1
    return { limit: isDue ? BITE : 0, pauseMs: PAUSE_MS }
  }

  return {
    /** Between two steps of any other work. */
    async rest(): Promise<void> {
      look()
      if (isBusy()) await delay(PAUSE_MS)
      else await nextTurn()
    },
    next(waiting: number): DeriveStep {
      look()
      if (isBusy() && waiting <= MOST_WAITING) return inFlood()
      const isGathering = perSecond > MANY_PER_SECOND && waiting < SLICE
      return { limit: SLICE, pauseMs: isGathering ? GATHER_MS : 0 }
    },
  }
}
