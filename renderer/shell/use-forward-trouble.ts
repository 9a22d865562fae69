import { useState } from 'react'
import type { ForwardView } from '#shared/forward.ts'
import { firstTrouble, nextTrouble } from './forward-trouble.ts'

/** Whether the last callback that was passed on was refused or not answered. */
export function useForwardTrouble(forward: ForwardView): boolean {
  const [seen, setSeen] = useState(() => firstTrouble(forward))
  const next = nextTrouble(seen, forward)
  if (seen.taken !== next.taken || seen.notTaken !== next.notTaken) setSeen(next)
  return seen.isInTrouble
}
