import type { Answer } from './answer-log.ts'

/** So long answers gather: a page of the file for those of each transaction would make it a tenth larger. */
const WAIT_MS = 10
/** When they cannot be written, so many wait for the next try. */
const MOST_KEPT = 10_000
const NONE: readonly Answer[] = []

/** What callbacks were answered, until it is written. `onDue`: some have waited long enough. */
export function createWaitingAnswers(onDue: () => void) {
  let answers: Answer[] = []
  let areDue = false
  let timer: NodeJS.Timeout | null = null

  return {
    add(answer: Answer): void {
      answers.push(answer)
      timer ??= setTimeout(() => {
        areDue = true
        onDue()
      }, WAIT_MS)
    },
    /** Those that the next transaction takes with it: all or, before their time, none. */
    due: (): readonly Answer[] => (areDue ? answers : NONE),
    hurry(): void {
      areDue = true
    },
    areTooMany: (): boolean => answers.length > MOST_KEPT,
    /** The due ones are written, or given up. */
    forget(): void {
      if (!areDue) return
      answers = []
      areDue = false
      if (timer !== null) clearTimeout(timer)
      timer = null
    },
  }
}
