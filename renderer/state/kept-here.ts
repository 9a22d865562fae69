/** What this browser keeps from one visit to the next; null: nothing, or it keeps nothing for pages, as with cookies blocked. */
export function readKept(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

/** Keeps how somebody likes to work; whoever forbids that, or has no room left, works without. */
export function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // It holds until the page is left.
  }
}
