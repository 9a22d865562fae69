/** One JSON file of the data folder, read whole and written whole and atomically. electron-store and conf provide it. */
export type StoreFile = {
  readonly read: () => unknown
  readonly write: (content: Record<string, unknown>) => void
}

/**
 * Opens `<folder>/<name>.json`, mode 0600. The desktop does it with electron-store, browser mode and command line
 * with conf; the file is the same.
 */
export type OpenStoreFile = (folder: string, name: string) => StoreFile
