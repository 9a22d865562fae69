import type { ForwardView } from '#shared/forward.ts'

type Numbers = Pick<ForwardView, 'forwarded' | 'refused' | 'failed'>

/** How forwarding went so far, as far as its numbers tell. */
export type ForwardTrouble = {
  readonly taken: number
  /** Refused or not answered. */
  readonly notTaken: number
  readonly isInTrouble: boolean
}

/** What is known at first sight: failures count while nothing has got through. */
export function firstTrouble(numbers: Numbers): ForwardTrouble {
  const { taken, notTaken } = sumsOf(numbers)
  return { taken, notTaken, isInTrouble: notTaken > 0 && taken === 0 }
}

/** Trouble begins with a callback that is refused or not answered, and ends when one gets through again. */
export function nextTrouble(before: ForwardTrouble, numbers: Numbers): ForwardTrouble {
  const { taken, notTaken } = sumsOf(numbers)
  if (notTaken > before.notTaken) return { taken, notTaken, isInTrouble: true }
  if (taken > before.taken) return { taken, notTaken, isInTrouble: false }
  return { ...before, taken, notTaken }
}

function sumsOf({ forwarded, refused, failed }: Numbers) {
  return { taken: forwarded, notTaken: refused + failed }
}

/** What is wrong, in the words that come before the target's name. */
export function troubleWords({ count, refused, failed, refusedWith }: ForwardView['recent']): string {
  if (refused === 0) return 'Forwarding fails:'
  if (failed > 0) return `${refused + failed} of the last ${count} not taken:`
  const what = `refused with ${refusedWith}:`
  return count === 1 ? `Callback ${what}` : `${refused} of the last ${count} ${what}`
}
