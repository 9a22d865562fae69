import { createContext, type ReactNode, useCallback, useState } from 'react'
import { VisuallyHidden } from 'react-aria-components'
import { useRequired } from './use-required.ts'

type Announce = (text: string) => void

const AnnounceContext = createContext<Announce | null>(null)

export function useAnnounce(): Announce {
  return useRequired(AnnounceContext)
}

/** One polite live region for the whole page. */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const [spoken, setSpoken] = useState({ text: '', turn: 0 })
  const announce = useCallback((text: string) => setSpoken(({ turn }) => ({ text, turn: turn + 1 })), [])
  return (
    <AnnounceContext value={announce}>
      {children}
      <VisuallyHidden>
        <div aria-live="polite" data-testid="announcements">
          {/* The key makes a repeated text a new one. */}
          <span key={spoken.turn}>{spoken.text}</span>
        </div>
      </VisuallyHidden>
    </AnnounceContext>
  )
}
