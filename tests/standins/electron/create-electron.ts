import { join } from 'node:path'
import { type AppInfo, StandinApp } from './app.ts'
import { createBrowserWindowClass } from './browser-window.ts'
import { type Chromium, launchChromium } from './chromium.ts'
import type { Desktop } from './desktop.ts'
import { createClipboard, createDialog, createScreen, createShell, StandinTheme } from './desktop-services.ts'
import { createMenuModule } from './menu.ts'
import { createSafeStorage } from './safe-storage.ts'
import { createSchemes } from './schemes.ts'
import { createSession } from './session.ts'
import { missing, strict, strictEmitter } from './strict.ts'

/** What Electron has and the stand-in does not. electron-store asks for some of it by name. */
const MISSING = [
  'BaseWindow',
  'Notification',
  'Tray',
  'WebContentsView',
  'autoUpdater',
  'crashReporter',
  'desktopCapturer',
  'globalShortcut',
  'nativeImage',
  'net',
  'powerMonitor',
  'utilityProcess',
]

/** How long the app may take to quit after Playwright has left. */
const LEFT_BEHIND_MS = 5_000

export type ElectronStandin = {
  /** The exports of `electron` in the main process. */
  readonly module: Readonly<Record<string, unknown>>
  /** Starts Chromium and makes the app ready. The app's own code must have run. */
  readonly start: () => Promise<void>
  /** Playwright is gone: quits, and ends the process if that does not help. */
  readonly quitSoon: () => void
}

export function createElectron(info: AppInfo): ElectronStandin {
  let chromium: Chromium | null = null
  const app = new StandinApp(info)
  const IpcMain = strictEmitter('ipcMain')
  const desktop: Desktop = {
    app,
    ipcMain: new IpcMain(),
    schemes: createSchemes(),
    session: createSession(),
    windows: new Set(),
    chromium: () => {
      if (chromium === null) throw new Error('stand-in: Chromium is not running')
      return chromium
    },
  }
  const theme = new StandinTheme()
  theme.on('updated', () => showTheme(desktop, theme))

  return {
    module: createModule(desktop, theme),
    async start() {
      if (app.isQuitting) return
      chromium = await launchChromium({
        profileFolder: join(app.getPath('userData'), 'chromium'),
        switches: [...app.chromiumSwitches(), ...(await desktop.schemes.listen())],
        isAnnounced: info.switches.has('remote-debugging-port'),
      })
      await followWindows(desktop, chromium)
      const { close } = chromium
      app.becomeReady({ closeWindows: () => closeWindows(desktop), closeChromium: close })
    },
    quitSoon() {
      app.quit()
      setTimeout(() => process.exit(1), LEFT_BEHIND_MS).unref()
    },
  }
}

function createModule(desktop: Desktop, theme: StandinTheme): Readonly<Record<string, unknown>> {
  const { app, ipcMain, schemes, session, windows } = desktop
  const frontWindow = () => [...windows].at(-1)
  const menu = createMenuModule({
    quit: () => app.quit(),
    close: () => frontWindow()?.close(),
    reload: () => frontWindow()?.webContents.reload(),
  })
  return {
    app,
    BrowserWindow: createBrowserWindowClass(desktop),
    clipboard: strict('clipboard', createClipboard()),
    dialog: strict('dialog', createDialog()),
    ipcMain,
    Menu: strict('Menu', menu),
    nativeTheme: theme,
    protocol: strict('protocol', schemes.protocol),
    safeStorage: strict(
      'safeStorage',
      createSafeStorage(() => app.getPath('userData')),
    ),
    screen: strict('screen', createScreen()),
    session: strict('session', { defaultSession: strict('session', session.defaultSession) }),
    shell: strict('shell', createShell()),
    webContents: strict('webContents', {
      fromDevToolsTargetId: (targetId: string) =>
        [...windows].map((window) => window.webContents).find((contents) => contents.targetId === targetId),
    }),
    ...Object.fromEntries(MISSING.map((name) => [name, missing(name)])),
  }
}

/** Windows end when Chromium says so; windows the page opened behind our back are closed at once. */
async function followWindows({ app, windows }: Desktop, { root }: Chromium): Promise<void> {
  root.on('Target.targetDestroyed', ({ targetId }: { targetId: string }) => {
    const window = [...windows].find(({ webContents }) => webContents.targetId === targetId)
    window?.goAway()
  })
  root.on(
    'Target.targetCreated',
    ({ targetInfo }: { targetInfo: { targetId: string; openerId?: string } }) => {
      const { targetId, openerId } = targetInfo
      if (openerId !== undefined) root.send('Target.closeTarget', { targetId }).catch(() => undefined)
    },
  )
  root.on('gone', () => {
    if (app.isQuitting) return
    console.error('stand-in: Chromium is gone')
    process.exit(1)
  })
  await root.send('Target.setDiscoverTargets', { discover: true })
}

async function closeWindows({ windows }: Desktop): Promise<boolean> {
  for (const window of [...windows]) {
    if (!(await window.closed())) return false
  }
  return true
}

function showTheme({ windows }: Desktop, { themeSource }: StandinTheme): void {
  const value = themeSource === 'system' ? '' : themeSource
  for (const { webContents } of windows) {
    webContents.withPage(({ cdp }) =>
      cdp.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] }),
    )
  }
}
