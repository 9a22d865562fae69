import type { SimulatorDelivery } from '#shared/simulator.ts'

type Told = Pick<SimulatorDelivery, 'kind' | 'attempt' | 'result'> & {
  /** The status with its code, where it has one, such as `rejected 1340`; for an inbound message, anything. */
  readonly word: string
  readonly isTrouble: boolean
}

/**
 * What a delivery says about its message: how an inbound message's callback was answered, or which status was reported
 * and, unless that went well at once, how it was answered.
 */
export function progressOf({ kind, attempt, result, word, isTrouble }: Told) {
  const isTaken = isAcknowledged(result)
  const answer = result.kind === 'answered' ? `answered ${result.httpStatus}` : 'no answer'
  const answered = attempt === 1 ? answer : `${answer} at attempt ${attempt}`
  if (kind === 'inbound') return { word: answered, isTrouble: !isTaken }
  if (isTaken && attempt === 1) return { word, isTrouble }
  return { word: `${word}, ${answered}`, isTrouble: isTrouble || !isTaken }
}

function isAcknowledged(result: SimulatorDelivery['result']): boolean {
  return result.kind === 'answered' && result.httpStatus >= 200 && result.httpStatus < 300
}
