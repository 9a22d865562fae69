import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fetchElectron } from './fetch-electron.ts'

export type Desktop =
  | { readonly ok: true; readonly executable: string }
  | { readonly ok: false; readonly why: string }

/**
 * The Electron executable, fetched when it is missing. Not found: why, as the end of the sentence "Starting in browser
 * mode: …". ELECTRON_OVERRIDE_DIST_PATH names a folder that holds another `electron`, as it does for Electron itself.
 */
export async function findDesktop(root: string): Promise<Desktop> {
  if (!hasDisplay())
    return { ok: false, why: 'there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set).' }
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (override) return { ok: true, executable: join(override, 'electron') }
  const folder = join(root, 'node_modules/electron')
  const installed = installedExecutable(folder)
  if (installed !== null) return { ok: true, executable: installed }
  return install(folder)
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

function installedExecutable(folder: string): string | null {
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return null
  const executable = join(folder, 'dist', readFileSync(pathFile, 'utf8'))
  return existsSync(executable) ? executable : null
}

async function install(folder: string): Promise<Desktop> {
  const { version } = createRequire(join(folder, 'package.json'))('./package.json') as { version: string }
  const problem = await fetchElectron(version, folder)
  if (problem !== null)
    return { ok: false, why: `Electron's runtime is not installed and could not be fetched: ${problem}` }
  // Its own installer unpacks what is in the cache now.
  const { status } = spawnSync(process.execPath, [join(folder, 'install.js')], { stdio: ['ignore', 2, 2] })
  const executable = status === 0 ? installedExecutable(folder) : null
  if (executable === null)
    return { ok: false, why: "Electron's runtime was fetched but could not be unpacked." }
  return { ok: true, executable }
}
