import type { PageEnd } from '../bridge/serve-contract.ts'

/** Takes the messages of one window, whose document changes with every reload. */
export type DocumentSwitch = {
  readonly receive: (documentId: string, text: string) => void
  /** The window, or the process behind it, is gone. */
  readonly close: () => void
}

/**
 * One page end per document. The first message of a new document ends the streams of the one before it, and a late
 * message of a document that is gone reaches nobody.
 *
 * Electron's navigation events would not do: `did-start-navigation` comes before a navigation can be denied, so a
 * denied link would cut off the document that stays.
 */
export function createDocumentSwitch(open: (documentId: string) => PageEnd): DocumentSwitch {
  const seen = new Set<string>()
  let current: { readonly documentId: string; readonly page: PageEnd } | null = null

  function close(): void {
    current?.page.close()
    current = null
  }

  return {
    receive(documentId, text) {
      if (!seen.has(documentId)) {
        seen.add(documentId)
        close()
        current = { documentId, page: open(documentId) }
      }
      if (current?.documentId === documentId) current.page.receive(text)
    },
    close,
  }
}
