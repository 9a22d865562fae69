import { takeFocus } from '../components/take-focus.ts'

/** Moves the focus to where a pane wants it. */
export function focusPane(name: string): void {
  takeFocus(document.querySelector<HTMLElement>(`[data-pane="${name}"] [data-pane-focus]`))
}

/** Whether what had the focus has gone, and nothing took it over. */
export function isFocusLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body
}
