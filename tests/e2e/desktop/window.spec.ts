import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { stateFrom } from './ask-workbench.ts'
import { argumentsFor, type DesktopApp, ROOT, test } from './launch.ts'

const BOUNDS = { x: 40, y: 30, width: 960, height: 640 }
const QUIT_LIMIT_MS = 3_000

function boundsOf({ app }: DesktopApp) {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())
}

test('the window comes back where it was closed', async ({ launch }) => {
  const first = await launch()
  await first.app.evaluate(({ BrowserWindow }, bounds) => {
    BrowserWindow.getAllWindows()[0]?.setBounds(bounds)
  }, BOUNDS)
  await first.app.close()

  const second = await launch()
  expect(await boundsOf(second)).toEqual(BOUNDS)
})

test('a window remembered on a display that is gone opens on one that is there', async ({
  launch,
  dataFolder,
}) => {
  const bounds = { ...BOUNDS, x: 90_000, y: 90_000 }
  await writeFile(join(dataFolder, 'window-state.json'), JSON.stringify({ bounds, mode: 'normal' }))

  const desktop = await launch()
  const area = await desktop.app.evaluate(({ screen }) => screen.getPrimaryDisplay().workArea)
  expect(await boundsOf(desktop)).toEqual({
    ...BOUNDS,
    x: area.x + area.width - BOUNDS.width,
    y: area.y + area.height - BOUNDS.height,
  })
})

test('a window state that makes no sense is as good as none', async ({ launch, dataFolder }) => {
  await writeFile(join(dataFolder, 'window-state.json'), '{"bounds":')
  const bounds = await boundsOf(await launch())
  expect(bounds?.width).toBeGreaterThan(0)
})

test('a second start on the same data folder brings the first window to the front', async ({
  desktop,
  dataFolder,
}) => {
  const isShownAgain = desktop.app.evaluate(
    ({ app, BrowserWindow }) =>
      new Promise<boolean>((resolve) => {
        const [window] = BrowserWindow.getAllWindows()
        window?.hide()
        app.once('second-instance', () => setImmediate(() => resolve(window?.isVisible() === true)))
      }),
  )

  const executable: string = createRequire(import.meta.url)('electron')
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const second = spawn(executable, [...asRoot, ...argumentsFor(dataFolder)], { cwd: ROOT, stdio: 'ignore' })
  const [exitCode] = await once(second, 'exit')

  expect(exitCode).toBe(0)
  expect(await isShownAgain).toBe(true)
  expect(await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('the keys of the page reach it past the menus', async ({ desktop: { page } }) => {
  await expect(page.getByRole('region', { name: 'Callbacks', exact: true })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+k')
  const field = page.getByRole('combobox', { name: 'Search or run a command' })
  await expect(field).toBeFocused()
  await page.keyboard.type('gtsettings')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main', { name: 'Settings' })).toBeVisible()
})

test('told to end, it closes its ports and is gone within three seconds', async ({ desktop }) => {
  const { listener, simulator } = await stateFrom(desktop.page)
  if (listener.state !== 'listening' || simulator.state !== 'running') throw new Error('not listening')
  const urls = [listener.inboundUrl, simulator.url]
  for (const url of urls) expect((await fetch(url)).status).toBeGreaterThanOrEqual(400)

  const child = desktop.app.process()
  const exit = once(child, 'exit', { signal: AbortSignal.timeout(QUIT_LIMIT_MS) })
  child.kill('SIGTERM')
  const [exitCode] = await exit

  expect(exitCode).toBe(0)
  for (const url of urls) await expect(fetch(url)).rejects.toThrow('fetch failed')
})

// On macOS an app lives on without windows.
if (process.platform !== 'darwin') {
  test('closing the last window ends the app', async ({ desktop }) => {
    const exit = once(desktop.app.process(), 'exit')
    await desktop.page.close()
    expect((await exit)[0]).toBe(0)
  })
}

/** Kills the page's process and says what the app did next: loaded the page again, or asked. */
function crashPage({ app }: DesktopApp): Promise<'loaded' | 'asked'> {
  return app.evaluate(({ BrowserWindow, dialog }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    return new Promise<'loaded' | 'asked'>((resolve) => {
      contents?.once('render-process-gone', () => contents.once('did-finish-load', () => resolve('loaded')))
      dialog.showMessageBox = () => {
        resolve('asked')
        return new Promise(() => undefined)
      }
      contents?.forcefullyCrashRenderer()
    })
  })
}

test('a page whose process dies is loaded again, but not for ever', async ({ desktop }) => {
  expect(await crashPage(desktop)).toBe('loaded')
  expect(await crashPage(desktop)).toBe('loaded')
  expect(await crashPage(desktop)).toBe('asked')
})
