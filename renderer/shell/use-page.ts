import { useSyncExternalStore } from 'react'
import { type PageName, pageOfHash } from './page-name.ts'

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

/** The page that is shown. */
export function usePage(): PageName {
  return useSyncExternalStore(subscribe, () => pageOfHash(location.hash))
}
