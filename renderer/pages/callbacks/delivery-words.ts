import type { Delivery } from '#shared/callback.ts'
import { DROPPED } from '#shared/response-rule.ts'
import type { Tone } from '../../components/tone.ts'
import { delayText, durationText } from '../../format/format-duration.ts'

type ToneWord = { readonly word: string; readonly tone: Tone }

/** What a delivery was answered, as the status and how long it took. */
export function answerWords({
  answer,
}: Pick<Delivery, 'answer'>): ToneWord & { readonly after: string | null } {
  if (answer === null) return { word: 'not answered', tone: 'warn', after: null }
  const after = durationText(answer.durationMs)
  if (answer.httpStatus === DROPPED) return { word: 'connection dropped', tone: 'bad', after }
  const isOk = answer.httpStatus >= 200 && answer.httpStatus < 300
  return { word: String(answer.httpStatus), tone: isOk ? 'ok' : 'bad', after }
}

/** When a delivery came, after the first. */
export function offsetWords({ offsetMs, schedule }: Pick<Delivery, 'offsetMs' | 'schedule'>): string {
  return schedule === null ? 'first' : `+${delayText(offsetMs)}`
}

/** Whether a repeat came when Vonage's schedule has one; null for the first delivery. */
export function scheduleWords({ schedule }: Pick<Delivery, 'schedule'>): ToneWord | null {
  if (schedule === null) return null
  return schedule.fits ? { word: 'fits', tone: 'ok' } : { word: 'off schedule', tone: 'neutral' }
}

function endOf({ answer }: Delivery): string {
  if (answer === null) return 'the last is not answered yet'
  const isDropped = answer.httpStatus === DROPPED
  return isDropped ? 'the last connection was dropped' : `the last was answered ${answer.httpStatus}`
}

/** What the deliveries of one event say together. */
export function deliveriesSentence(deliveries: readonly Delivery[]): string {
  const last = deliveries.at(-1)
  if (deliveries.length <= 1 || last === undefined) {
    return 'Delivered once. What is not answered 200 comes again: after 5 s, then ever later, for 24 hours.'
  }
  return `Delivered ${deliveries.length} times with the same content; ${endOf(last)}.`
}
