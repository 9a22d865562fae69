import type { Log } from '../log/log.ts'
import type { Answer } from './derived-writer.ts'
import type { StoredIntake } from './intake.ts'

/** Collects what one turn of the event loop has taken in and answered, and derives it after the answers went out. */
export function createDeriveQueue(
  derive: (intakes: readonly StoredIntake[], answers: readonly Answer[]) => void,
  log: Log,
) {
  const intakes = new Map<number, StoredIntake>()
  let answers: Answer[] = []
  let isScheduled = false

  function flush(): void {
    isScheduled = false
    const [taken, given] = [[...intakes.values()], answers]
    intakes.clear()
    answers = []
    if (taken.length + given.length === 0) return
    try {
      derive(taken, given)
    } catch (err) {
      // The intake is safe: what was not derived now is derived on the next start.
      log.error({ err }, 'Callbacks were stored but could not be read.')
    }
  }

  function schedule(): void {
    if (isScheduled) return
    isScheduled = true
    setImmediate(flush)
  }

  return {
    addIntakes(batch: readonly StoredIntake[]) {
      for (const intake of batch) intakes.set(intake.seq, intake)
      schedule()
    },
    addAnswer(answer: Answer) {
      answers.push(answer)
      schedule()
    },
    flush,
  }
}
