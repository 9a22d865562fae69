import ElectronStore from 'electron-store'
import type { StoreFile } from '../settings/store-file.ts'

/** Opens a settings file with electron-store: the same file that browser mode opens with conf. */
export function openElectronStore(folder: string, name: string): StoreFile {
  const store = new ElectronStore<Record<string, unknown>>({ cwd: folder, name, configFileMode: 0o600 })
  return {
    read: () => store.store,
    write: (content) => {
      store.store = content
    },
  }
}
