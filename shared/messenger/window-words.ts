import { durationWords } from './duration-words.ts'
import { type MessengerWindow, WINDOW_MS } from './messenger-window.ts'

const ENDING_MS = 3_600_000

export type WindowWords = {
  readonly tone: 'open' | 'ending' | 'closed' | 'unknown'
  readonly text: string
  /** How much of the 24 hours is left, from 0 to 1. */
  readonly share: number
}

/** The 24-hour window in words: `22 h 04 m left`, `closes in 12 m 05 s`, `closed 3 h 05 m ago`, `has not written yet`. */
export function windowWords(window: MessengerWindow, nowMs: number): WindowWords {
  switch (window.state) {
    case 'unknown':
      return { tone: 'unknown', text: 'has not written yet', share: 0 }
    case 'closed':
      return { tone: 'closed', text: `closed ${durationWords(nowMs - window.closedAtMs)} ago`, share: 0 }
    case 'open': {
      const isEnding = window.leftMs < ENDING_MS
      const left = durationWords(window.leftMs)
      return {
        tone: isEnding ? 'ending' : 'open',
        text: isEnding ? `closes in ${left}` : `${left} left`,
        share: Math.min(1, window.leftMs / WINDOW_MS),
      }
    }
  }
}
