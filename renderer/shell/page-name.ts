const pageNames = ['callbacks', 'chats', 'replay', 'simulate', 'tokens', 'connect', 'settings'] as const
export type PageName = (typeof pageNames)[number]

/** The page an address begins with: `#/simulate`. Anything else is the first page. */
export function pageOfHash(hash: string): PageName {
  const name = segmentsOf(hash)[0]
  return pageNames.find((candidate) => candidate === name) ?? 'callbacks'
}

/** The part of the page that the address goes on with: `forwarding` of `#/replay/forwarding`. Empty for none. */
export function partOfHash(hash: string): string {
  return segmentsOf(hash)[1] ?? ''
}

/** The address of a page, or of a part of it. */
export function hashOfPage(page: PageName, part = ''): string {
  return part === '' ? `#/${page}` : `#/${page}/${part}`
}

function segmentsOf(hash: string): readonly string[] {
  return hash.replace(/^#\//, '').split('/')
}
