import { useDefaultLayout } from 'react-resizable-panels'
import { keep, readKept } from '../state/kept-here.ts'

/** The library would read localStorage itself, and a browser that forbids that would show no page at all. */
const storage = { getItem: readKept, setItem: keep }

/** How wide somebody made the panes of a page, kept in this browser. */
export function usePaneLayout(id: string) {
  return useDefaultLayout({ id, storage, onlySaveAfterUserInteractions: true })
}
