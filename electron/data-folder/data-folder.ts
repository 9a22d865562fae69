import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { WorkbenchError } from '#shared/errors.ts'

const APP = 'messenger-workbench'

type Place = {
  readonly platform: NodeJS.Platform
  readonly home: string
  readonly env: Readonly<Record<string, string | undefined>>
}

/** Where callbacks, settings and secrets live unless told otherwise; the same for all hosts, whatever the profile. */
export function defaultDataFolder({ platform, home, env }: Place): string {
  if (env.WORKBENCH_DATA_DIR) return resolve(env.WORKBENCH_DATA_DIR)
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', APP)
  if (platform === 'win32') return join(env.APPDATA ?? join(home, 'AppData', 'Roaming'), APP)
  return join(env.XDG_DATA_HOME || join(home, '.local', 'share'), APP)
}

/** Makes the folder where it is missing, for this user only. Throws DATA_FOLDER_UNUSABLE. */
export function prepareDataFolder(folder: string): string {
  try {
    makeFolder(folder)
    accessSync(folder, constants.R_OK | constants.W_OK)
    return folder
  } catch (error) {
    throw new WorkbenchError(
      {
        code: 'DATA_FOLDER_UNUSABLE',
        what: `The data folder ${folder} cannot be used.`,
        why: error instanceof Error ? error.message : 'The system gave no reason.',
        fix: 'Make it writable, or choose another one with --data or WORKBENCH_DATA_DIR.',
      },
      { cause: error },
    )
  }
}

/** Level by level: Node's own recursive form never returns where the system answers ENOENT for good, as /proc does. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  mkdirSync(folder, { mode: 0o700 })
}
