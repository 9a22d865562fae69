import { existsSync } from 'node:fs'
import { join } from 'node:path'

const OVERRIDE = 'ELECTRON_OVERRIDE_DIST_PATH'

/**
 * Which executable Playwright launches as Electron: the one the caller chose, the installed runtime, or else the
 * stand-in. Set in the environment, which is where the `electron` package and Playwright look.
 */
export function chooseElectronRuntime(root: string, env: NodeJS.ProcessEnv): void {
  if (env[OVERRIDE] || isInstalled(join(root, 'node_modules/electron'))) return
  env[OVERRIDE] = join(root, 'tests/standins/electron')
}

function isInstalled(packageFolder: string): boolean {
  return existsSync(join(packageFolder, 'path.txt')) && existsSync(join(packageFolder, 'dist'))
}
