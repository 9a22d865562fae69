import { useCallback, useEffect, useRef, useState } from 'react'

export type Palette = {
  readonly isOpen: boolean
  readonly open: () => void
  /** Closes it; `act` runs when the focus is back where it was. */
  readonly close: (act?: () => void) => void
}

/** Opens and closes the palette. Whatever it leads to finds the page, and the focus, as they were before. */
export function usePalette(): Palette {
  const [isOpen, setIsOpen] = useState(false)
  const before = useRef<Element | null>(null)
  const chosen = useRef<(() => void) | null>(null)
  const open = useCallback(() => {
    before.current = document.activeElement
    setIsOpen(true)
  }, [])
  const close = useCallback((act?: () => void) => {
    chosen.current = act ?? null
    setIsOpen(false)
  }, [])
  useEffect(() => {
    if (isOpen) return
    const act = chosen.current
    chosen.current = null
    // A dialog gives the focus back in the next frame, which is too late for a command that starts from it.
    if (before.current instanceof HTMLElement) before.current.focus()
    before.current = null
    act?.()
  }, [isOpen])
  return { isOpen, open, close }
}
