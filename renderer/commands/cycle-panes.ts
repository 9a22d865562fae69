import { takeFocus } from '../components/take-focus.ts'

const FOCUS = '[data-pane-focus]'

/** Moves the focus to the next (1) or previous (-1) pane that is shown and takes it, and round again at the end. */
export function cyclePanes(step: 1 | -1): void {
  const panes = shownPanes()
  const current = panes.findIndex((pane) => pane.contains(document.activeElement))
  const start = current === -1 ? (step === 1 ? -1 : 0) : current
  const next = panes.at((start + step + panes.length) % panes.length)
  takeFocus(next?.querySelector<HTMLElement>(FOCUS))
}

/** Moves the focus to the first pane of the page, whatever stands around the page. */
export function focusFirstPane(): void {
  const first = shownPanes().find((pane) => pane.closest('main') !== null)
  takeFocus(first?.querySelector<HTMLElement>(FOCUS))
}

function shownPanes(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter(
    (pane) => pane.offsetParent !== null && pane.querySelector(FOCUS) !== null,
  )
}
