import { useSyncExternalStore } from 'react'
import { type PageName, pageOfHash, partOfHash } from './page-name.ts'

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

/** The page that is shown. */
export function usePage(): PageName {
  return useSyncExternalStore(subscribe, () => pageOfHash(location.hash))
}

/** The part of the page that is shown; empty for its first. */
export function usePagePart(): string {
  return useSyncExternalStore(subscribe, () => partOfHash(location.hash))
}
