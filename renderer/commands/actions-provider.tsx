import { createContext, type ReactNode, useLayoutEffect, useMemo, useRef } from 'react'
import { useRequired } from '../components/use-required.ts'
import type { OfferedActions } from './page-actions.ts'
import { useCommandKeys } from './use-command-keys.ts'

type Offers = {
  readonly offer: (actions: OfferedActions) => () => void
  readonly now: () => OfferedActions
}

const OffersContext = createContext<Offers | null>(null)

function useOffers(): Offers {
  return useRequired(OffersContext)
}

/** Lets each part of the page offer what it can do, and runs commands on it. */
export function ActionsProvider({ children }: { readonly children: ReactNode }) {
  const offered = useRef(new Set<OfferedActions>())
  const offers = useMemo(
    () => ({
      offer: (actions: OfferedActions) => {
        offered.current.add(actions)
        return () => {
          offered.current.delete(actions)
        }
      },
      now: () => Object.assign({}, ...offered.current),
    }),
    [],
  )
  useCommandKeys(offers.now)
  return <OffersContext value={offers}>{children}</OffersContext>
}

/** Offers actions to the commands while the calling component is shown. */
export function useOfferActions(actions: OfferedActions): void {
  const { offer } = useOffers()
  // Before the other effects, one of which may run a command.
  useLayoutEffect(() => offer(actions))
}

/** Tells what is on offer at the moment it is asked. */
export function useOfferedActions(): () => OfferedActions {
  return useOffers().now
}
