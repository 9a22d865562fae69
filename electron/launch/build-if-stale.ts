import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const SOURCES = [
  'electron',
  'shared',
  'renderer',
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
]
const STAMP = 'out/built'

/** Builds the app where a source is newer than the last build. All output goes to stderr. Throws when it fails. */
export async function buildIfStale(root: string): Promise<void> {
  if (!isStale(root)) return
  process.stderr.write('Building…\n')
  const builder = join(root, 'node_modules/electron-vite/bin/electron-vite.js')
  const { status, stdout, stderr } = spawnSync(process.execPath, [builder, 'build'], {
    cwd: root,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`The build failed.\n${stdout}${stderr}`)
  writeFileSync(join(root, STAMP), '')
}

function isStale(root: string): boolean {
  const stamp = join(root, STAMP)
  if (!existsSync(stamp)) return true
  const builtAtMs = statSync(stamp).mtimeMs
  return SOURCES.some((source) => newestMs(join(root, source)) > builtAtMs)
}

/** Folders count too: deleting a file changes only its folder. */
function newestMs(path: string): number {
  const stats = statSync(path)
  if (!stats.isDirectory()) return stats.mtimeMs
  const children = readdirSync(path).map((name) => newestMs(join(path, name)))
  return Math.max(stats.mtimeMs, ...children)
}
