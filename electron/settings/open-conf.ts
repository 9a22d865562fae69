import Conf from 'conf'
import type { StoreFile } from './store-file.ts'

/** Opens a settings file under plain Node. */
export function openConf(folder: string, name: string): StoreFile {
  const conf = new Conf<Record<string, unknown>>({ cwd: folder, configName: name, configFileMode: 0o600 })
  return {
    read: () => conf.store,
    write: (content) => {
      conf.store = content
    },
  }
}
