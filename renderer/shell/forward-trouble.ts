import type { ForwardView } from '#shared/forward.ts'

type Numbers = Pick<ForwardView, 'forwarded' | 'failed'>

/** How forwarding went so far, as far as its numbers tell. */
export type ForwardTrouble = Numbers & { readonly isInTrouble: boolean }

/** What is known at first sight: failures count while nothing has got through. */
export function firstTrouble({ forwarded, failed }: Numbers): ForwardTrouble {
  return { forwarded, failed, isInTrouble: failed > 0 && forwarded === 0 }
}

/** Trouble begins with a failure and ends when a callback gets through again. */
export function nextTrouble(before: ForwardTrouble, { forwarded, failed }: Numbers): ForwardTrouble {
  if (failed > before.failed) return { forwarded, failed, isInTrouble: true }
  if (forwarded > before.forwarded) return { forwarded, failed, isInTrouble: false }
  return { ...before, forwarded, failed }
}
