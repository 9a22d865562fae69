import { type RefObject, useLayoutEffect } from 'react'
import { takeFocus } from './take-focus.ts'

/** From a part of a pane to where the pane wants the focus. */
export const PANE = '[data-pane]'
export const PANE_FOCUS: readonly string[] = ['[data-pane-focus]']

/**
 * When `box` goes while the focus is in it, the focus passes to the first of `to` that is there then, within the part of
 * the page around it: the keyboard must not start again at the top. All are selectors, the same ones at every call.
 */
export function useHandOverFocus(
  box: RefObject<HTMLElement | null>,
  within: string,
  to: readonly string[],
): void {
  useLayoutEffect(() => {
    const around = box.current?.closest(within)
    return () => {
      if (!box.current?.contains(document.activeElement)) return
      // What comes in its place is not there before this change of the page is complete.
      queueMicrotask(() => {
        takeFocus(to.map((selector) => around?.querySelector<HTMLElement>(selector)).find(Boolean))
      })
    }
  }, [box, within, to])
}
