import type { TokenValidity } from '../token.ts'
import { durationWords } from './duration-words.ts'

export type TimeLeft = { readonly state: 'good' | 'not-yet' | 'over' | 'unknown'; readonly text: string }

/** How long a token is still good, in words: `14 m 02 s left`, `expired 3 h 05 m ago`, `begins in 20 s`. */
export function timeLeft({ fromMs, untilMs }: TokenValidity, nowMs: number): TimeLeft {
  if (untilMs !== null && nowMs >= untilMs) {
    return { state: 'over', text: `expired ${durationWords(nowMs - untilMs)} ago` }
  }
  if (fromMs !== null && nowMs < fromMs) {
    return { state: 'not-yet', text: `begins in ${durationWords(fromMs - nowMs)}` }
  }
  if (untilMs === null) return { state: 'unknown', text: 'no end can be told' }
  return { state: 'good', text: `${durationWords(untilMs - nowMs)} left` }
}
