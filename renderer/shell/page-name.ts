const pageNames = ['callbacks', 'simulate', 'tokens', 'connect', 'settings'] as const
export type PageName = (typeof pageNames)[number]

/** The page an address ends in: `#/simulate`. Anything else is the first page. */
export function pageOfHash(hash: string): PageName {
  const name = hash.replace(/^#\//, '')
  return pageNames.find((candidate) => candidate === name) ?? 'callbacks'
}

export function hashOfPage(page: PageName): string {
  return `#/${page}`
}
