import { BrowserWindow, nativeTheme, screen } from 'electron'
import type { Log } from '../log/log.ts'
import { PAGE_URL } from './page-address.ts'
import { recoverPage } from './recover-page.ts'
import { centred, clampToDisplays, type Rectangle } from './window-bounds.ts'
import type { WindowState, WindowStateFile } from './window-state.ts'

const DEFAULT_SIZE = { width: 1280, height: 800 }
const SMALLEST_SIZE = { minWidth: 720, minHeight: 480 }

/** The page's own background in each theme, so that nothing flashes before it is drawn. */
const BACKGROUND = { light: '#f6f7f9', dark: '#0f1217' }

/** The app's one window, opened again when it was closed. */
export type MainWindow = {
  /** Brings the window to the front: opened, restored or shown, whichever it needs. */
  readonly show: () => void
}

type Deps = {
  readonly preloadPath: string
  readonly stateFile: WindowStateFile
  /** Called with each window before its page loads. */
  readonly connect: (window: BrowserWindow) => void
  readonly log: Log
}

/** The one window of the app: made when shown, remembered where it was, made again after it was closed. */
export function createMainWindow({ preloadPath, stateFile, connect, log }: Deps): MainWindow {
  let current: BrowserWindow | null = null

  function open(): void {
    const remembered = stateFile.read()
    const window = new BrowserWindow(windowOptions(preloadPath, remembered))
    current = window
    followTheme(window)
    recoverPage(window, log)
    connect(window)
    window.once('ready-to-show', () => {
      applyMode(window, remembered)
      window.show()
    })
    window.on('close', () => stateFile.write(stateOf(window)))
    window.on('closed', () => {
      current = null
    })
    window.loadURL(PAGE_URL).catch((error: unknown) => {
      log.error({ err: error }, 'The page did not load.')
    })
  }

  return {
    show() {
      if (current === null) {
        open()
        return
      }
      if (current.isMinimized()) current.restore()
      current.show()
      current.focus()
    },
  }
}

function windowOptions(preloadPath: string, remembered: WindowState | null) {
  return {
    ...placeFor(remembered),
    ...SMALLEST_SIZE,
    show: false,
    title: 'Messenger Workbench',
    backgroundColor: background(),
    webPreferences: {
      preload: preloadPath,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
    },
  }
}

function placeFor(remembered: WindowState | null): Rectangle {
  const primary = screen.getPrimaryDisplay().workArea
  if (remembered === null) return centred(DEFAULT_SIZE, primary)
  const all = screen.getAllDisplays().map((display) => display.workArea)
  return clampToDisplays(remembered.bounds, [primary, ...all])
}

function applyMode(window: BrowserWindow, remembered: WindowState | null): void {
  if (remembered?.mode === 'maximized') window.maximize()
  if (remembered?.mode === 'full-screen') window.setFullScreen(true)
}

function stateOf(window: BrowserWindow): WindowState {
  const { x, y, width, height } = window.getNormalBounds()
  const mode = window.isFullScreen() ? 'full-screen' : window.isMaximized() ? 'maximized' : 'normal'
  return { bounds: { x, y, width, height }, mode }
}

function followTheme(window: BrowserWindow): void {
  const apply = () => window.setBackgroundColor(background())
  nativeTheme.on('updated', apply)
  window.on('closed', () => nativeTheme.off('updated', apply))
}

function background(): string {
  return nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light
}
