import { useDeferredValue, useMemo, useState } from 'react'
import { type Found, findInText, nothingFound } from './find-in-text.ts'

export type FindInBody = {
  readonly isOpen: boolean
  readonly wanted: string
  readonly found: Found
  /** Which place is meant, from 0. */
  readonly current: number
  readonly open: () => void
  readonly close: () => void
  readonly search: (wanted: string) => void
  readonly step: (by: 1 | -1) => void
}

/** Looks for a text in the whole body, whatever of it is shown. */
export function useFind(text: string): FindInBody {
  const [isOpen, setIsOpen] = useState(false)
  const [wanted, setWanted] = useState('')
  const [chosen, setChosen] = useState<{ readonly in: Found; readonly index: number } | null>(null)
  const searched = useDeferredValue(isOpen ? wanted : '')
  const found = useMemo(() => (searched === '' ? nothingFound : findInText(text, searched)), [text, searched])
  // Another text or another search begins with its first place.
  const current = chosen?.in === found ? chosen.index : 0
  const count = found.places.length
  return {
    isOpen,
    wanted,
    found,
    current,
    open: () => setIsOpen(true),
    close: () => setIsOpen(false),
    search: setWanted,
    step: (by) => {
      if (count > 0) setChosen({ in: found, index: (current + by + count) % count })
    },
  }
}
