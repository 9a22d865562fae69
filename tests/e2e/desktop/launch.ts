import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test'

/** Where package.json is, which names the built app. */
export const ROOT = resolve(import.meta.dirname, '../../..')

/** The app, running, with its page loaded. */
export type DesktopApp = { readonly app: ElectronApplication; readonly page: Page }

type Fixtures = {
  /** A data folder of this test's own. */
  readonly dataFolder: string
  /** Starts the app on the data folder; what still runs is closed after the test. */
  readonly launch: () => Promise<DesktopApp>
  /** The app, started. */
  readonly desktop: DesktopApp
}

/** How a start on this data folder is written. Any free ports, so that tests do not meet the person's own app. */
export function argumentsFor(dataFolder: string): string[] {
  return ['.', '--data', dataFolder, '--listener-port', '0', '--simulator-port', '0']
}

/** Tests of the built desktop app (`electron-vite build`), through Playwright's Electron API only. */
export const test = base.extend<Fixtures>({
  // Playwright reads the fixtures a function needs from its first parameter.
  dataFolder: async ({ playwright: _ }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'workbench-desktop-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  },
  launch: async ({ dataFolder }, use) => {
    const running = new Set<ElectronApplication>()
    await use(async () => {
      const app = await _electron.launch({ args: argumentsFor(dataFolder), cwd: ROOT, acceptDownloads: true })
      running.add(app)
      app.once('close', () => running.delete(app))
      return { app, page: await loadedPage(app) }
    })
    await Promise.all([...running].map((app) => app.close()))
  },
  desktop: async ({ launch }, use) => {
    await use(await launch())
  },
})

async function loadedPage(app: ElectronApplication): Promise<Page> {
  const page = await app.firstWindow()
  await page.waitForURL((url) => url.pathname === '/index.html')
  return page
}
