import { chmodSync, cpSync, mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { tempFolder } from '../../support/temp-folder.ts'
import { startProcess } from '../../support/workbench-process.ts'

const project = resolve(import.meta.dirname, '../../..')

/**
 * `npm start` in a project of its own that is built already; its browser mode only says that it was started. The
 * folder has a name that is no URL as it stands.
 */
function builtProject(): string {
  const root = join(tempFolder(), 'my #1 project, 100%')
  mkdirSync(join(root, 'out/main'), { recursive: true })
  mkdirSync(join(root, 'electron'))
  cpSync(join(project, 'electron/start.ts'), join(root, 'electron/start.ts'))
  cpSync(join(project, 'electron/launch'), join(root, 'electron/launch'), { recursive: true })
  cpSync(join(project, 'package.json'), join(root, 'package.json'))
  symlinkSync(join(project, 'node_modules'), join(root, 'node_modules'))
  for (const folder of ['shared', 'renderer']) mkdirSync(join(root, folder))
  for (const file of ['package-lock.json', 'electron.vite.config.ts']) writeFileSync(join(root, file), '')
  writeFileSync(
    join(root, 'out/main/browser.js'),
    'console.log(JSON.stringify({ mode: "browser", args: process.argv.slice(2) }))',
  )
  const stamp = join(root, 'out/built')
  writeFileSync(stamp, '')
  const later = Date.now() / 1000 + 60
  utimesSync(stamp, later, later)
  return root
}

/** A folder with an executable in place of Electron's. */
function electronThat(script: string): string {
  const folder = tempFolder()
  writeFileSync(join(folder, 'electron'), `#!/bin/sh\n${script}\n`)
  chmodSync(join(folder, 'electron'), 0o755)
  return folder
}

function start(args: readonly string[], env: Record<string, string> = {}) {
  return startProcess({ script: join(builtProject(), 'electron/start.ts'), args, env }).ended
}

describe('npm start', () => {
  test('without a display starts browser mode and says why in one line', async () => {
    expect(await start(['--port', '0', '--json'])).toEqual({
      code: 0,
      signal: null,
      stdout: '{"mode":"browser","args":["--port","0","--json"]}\n',
      stderr: 'Starting in browser mode: there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set).\n',
    })
  })

  test('asked for browser mode starts it without a word', async () => {
    const { stdout, stderr } = await start(['--browser', '--json'], { DISPLAY: ':99' })
    expect(stdout).toBe('{"mode":"browser","args":["--json"]}\n')
    expect(stderr).toBe('')
  })

  test('with a display runs the desktop app, with what was on the command line', async () => {
    const ELECTRON_OVERRIDE_DIST_PATH = electronThat('shift; echo "desktop $@"')
    const { code, stdout, stderr } = await start(['--data', '/x'], {
      DISPLAY: ':99',
      ELECTRON_OVERRIDE_DIST_PATH,
    })
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: 'desktop --data /x\n', stderr: '' })
  })

  test.each([
    [
      'ends with an error at once',
      electronThatFails,
      'the desktop window could not be opened (Electron ended with code 127).',
    ],
    ['is not there', tempFolder, 'Electron could not be run'],
  ])('starts browser mode when Electron %s', async (_name, folder, why) => {
    const ELECTRON_OVERRIDE_DIST_PATH = folder()
    const { stdout, stderr } = await start([], { DISPLAY: ':99', ELECTRON_OVERRIDE_DIST_PATH })
    expect(stdout).toBe('{"mode":"browser","args":[]}\n')
    expect(stderr).toContain(`Starting in browser mode: ${why}`)
  })
})

function electronThatFails(): string {
  return electronThat('exit 127')
}
