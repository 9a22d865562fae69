/**
 * Asks the main process instead of opening a window. Both run in the page, sent there as text: the first in the page's
 * own world, the second in the preload's.
 */
export function replaceWindowOpen(eventName: string): void {
  window.open = (url = '') => {
    const address = new URL(url, document.baseURI).href
    window.dispatchEvent(new CustomEvent(eventName, { detail: address }))
    return null
  }
}

export function reportNewWindows(eventName: string, post: (text: string) => void): void {
  const ask = (url: string) => post(JSON.stringify({ t: 'open', url }))

  window.addEventListener(eventName, (event) => ask((event as CustomEvent).detail))
  window.addEventListener('click', (event) => {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement)
    if (link === undefined || event.defaultPrevented) return
    const isForNewWindow = link.target === '_blank' || event.ctrlKey || event.metaKey || event.shiftKey
    if (!isForNewWindow) return
    event.preventDefault()
    ask(link.href)
  })
}
