/** Moves the focus to where a pane wants it. */
export function focusPane(name: string): void {
  document.querySelector<HTMLElement>(`[data-pane="${name}"] [data-pane-focus]`)?.focus()
}
