import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Explanation, WorkbenchError } from '#shared/errors.ts'
import type { StoreFile } from '../settings/store-file.ts'

/** Files of settings as they are on the disk now. They belong to the app, which may be running. */
export const readingOnly = {
  open: (folder: string, name: string): StoreFile => {
    const path = join(folder, `${name}.json`)
    return {
      read: () => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}),
      write: () => {
        throw new Error(`${name}.json is only read here.`)
      },
    }
  },
  nowMs: () => Date.now(),
  /** A file that cannot be read is for the app to set aside. */
  onSetAside(explanation: Explanation): void {
    throw new WorkbenchError({
      ...explanation,
      what: 'The settings of the data folder cannot be read.',
      fix: 'Start the app: it sets the file aside and says where it is.',
    })
  },
}
