import type { CallbackRow } from '#shared/callback.ts'
import type { Tone } from '../../components/tone.ts'

type PassedOn = NonNullable<CallbackRow['passedOn']>

type PassedOnWords = {
  /** As short as a row needs it. */
  readonly short: string
  /** The same in a sentence. */
  readonly full: string
  readonly tone: Tone
}

/** What the developer's own server made of a callback the last time it was passed on. */
export function passedOnWords({ kind, httpStatus }: PassedOn): PassedOnWords {
  switch (kind) {
    case 'answered': {
      const isOk = httpStatus !== null && httpStatus >= 200 && httpStatus < 300
      const status = httpStatus === null ? 'answered' : String(httpStatus)
      return {
        short: status,
        full: `Your server answered ${httpStatus ?? ''}`.trim(),
        tone: isOk ? 'ok' : 'bad',
      }
    }
    case 'failed':
      return { short: 'failed', full: 'Your server could not be reached or did not answer', tone: 'bad' }
    case 'held-back':
      return { short: 'held', full: 'Held back from your server', tone: 'warn' }
  }
}
