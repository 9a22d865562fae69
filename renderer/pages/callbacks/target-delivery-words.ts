import type { TargetDelivery, TargetOutcome } from '#shared/target.ts'
import type { Tone } from '../../components/tone.ts'

/** How a callback came to be passed on. */
export const originWords: Readonly<Record<TargetDelivery['origin'], string>> = {
  forward: 'forwarded',
  mirror: 'mirrored',
  replay: 'replayed',
}

/** What came of it, as a word or the status. */
export function outcomeTag(outcome: TargetOutcome): { readonly word: string; readonly tone: Tone } {
  switch (outcome.kind) {
    case 'answered': {
      const isOk = outcome.httpStatus >= 200 && outcome.httpStatus < 300
      return { word: String(outcome.httpStatus), tone: isOk ? 'ok' : 'bad' }
    }
    case 'failed':
      return { word: 'failed', tone: 'bad' }
    case 'held-back':
      return { word: 'held back', tone: 'warn' }
  }
}

type Answer = Pick<Extract<TargetOutcome, { kind: 'answered' }>, 'httpStatus' | 'headers'>

/** Where a redirect leads; null for any other answer, and for a 304, which leads nowhere. */
export function redirectOf({ httpStatus, headers }: Answer): string | null {
  if (httpStatus < 300 || httpStatus > 399) return null
  return headers.find(([name]) => name.toLowerCase() === 'location')?.[1] ?? null
}
