/**
 * Gives an element the focus, if it is there. The panel of a tab takes none by itself while something in it does, unless
 * it happens to scroll.
 */
export function takeFocus(element: HTMLElement | null | undefined): void {
  if (element === null || element === undefined) return
  element.focus()
  if (document.activeElement === element || element.hasAttribute('tabindex')) return
  element.tabIndex = -1
  element.focus()
}
