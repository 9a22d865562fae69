export const PAGE_SCHEME = 'app'
const PAGE_HOST = 'bundle'
export const PAGE_ORIGIN = `${PAGE_SCHEME}://${PAGE_HOST}`
export const PAGE_URL = `${PAGE_ORIGIN}/index.html`

/**
 * Is this an address of our own page? Compares parsed parts: the `origin` of a custom scheme is "null" in Node, and a
 * prefix of the text proves nothing (`app://bundle.example`).
 */
export function isPageAddress(address: string): boolean {
  const url = URL.parse(address)
  return (
    url !== null &&
    url.protocol === `${PAGE_SCHEME}:` &&
    url.host === PAGE_HOST &&
    url.username === '' &&
    url.password === ''
  )
}
