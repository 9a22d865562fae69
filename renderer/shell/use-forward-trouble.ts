import { useState } from 'react'
import type { ForwardView } from '#shared/forward.ts'
import { firstTrouble, nextTrouble } from './forward-trouble.ts'

/** Whether the last callback that was passed on failed. */
export function useForwardTrouble({ forwarded, failed }: ForwardView): boolean {
  const [seen, setSeen] = useState(() => firstTrouble({ forwarded, failed }))
  if (seen.forwarded !== forwarded || seen.failed !== failed) {
    setSeen(nextTrouble(seen, { forwarded, failed }))
  }
  return seen.isInTrouble
}
