import type { BrowserWindowConstructorOptions, BrowserWindow as ElectronWindow, Rectangle } from 'electron'
import { createCancellable } from './cancellable.ts'
import type { Desktop } from './desktop.ts'
import { strictEmitter } from './strict.ts'
import { StandinWebContents } from './web-contents.ts'

type Implemented = Pick<
  ElectronWindow,
  | 'close'
  | 'focus'
  | 'getBounds'
  | 'getNormalBounds'
  | 'hide'
  | 'id'
  | 'isDestroyed'
  | 'isFullScreen'
  | 'isMaximized'
  | 'isMinimized'
  | 'isVisible'
  | 'loadURL'
  | 'maximize'
  | 'minimize'
  | 'restore'
  | 'setBackgroundColor'
  | 'setBounds'
  | 'setFullScreen'
  | 'show'
>
type Mode = 'normal' | 'minimized' | 'maximized' | 'fullscreen'

/** Electron's BrowserWindow over a window of Chromium. Showing and hiding are remembered, not seen. */
export class BrowserWindow extends strictEmitter('BrowserWindow') implements Implemented {
  readonly id: number
  readonly webContents: StandinWebContents
  private readonly desktop: Desktop
  private bounds: Rectangle
  private mode: Mode = 'normal'
  private isShown: boolean
  private isGone = false

  constructor(desktop: Desktop, id: number, options: BrowserWindowConstructorOptions) {
    super()
    if (!desktop.app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready')
    const { x = 0, y = 0, width = 800, height = 600, show = true } = options
    this.desktop = desktop
    this.id = id
    this.bounds = { x, y, width, height }
    this.isShown = show
    this.webContents = new StandinWebContents(desktop, {
      id,
      bounds: this.bounds,
      preloadPath: options.webPreferences?.preload,
      close: () => this.close(),
    })
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show'))
    desktop.windows.add(this)
    desktop.app.emit('web-contents-created', createCancellable({}), this.webContents)
  }

  loadURL = (url: string) => this.webContents.loadURL(url)
  isDestroyed = () => this.isGone
  isVisible = () => this.isShown
  isMinimized = () => this.mode === 'minimized'
  isMaximized = () => this.mode === 'maximized'
  isFullScreen = () => this.mode === 'fullscreen'
  getBounds = () => ({ ...this.bounds })
  getNormalBounds = () => ({ ...this.bounds })

  show(): void {
    this.isShown = true
    this.emit('show')
    this.focus()
  }

  hide(): void {
    this.isShown = false
    this.emit('hide')
  }

  focus(): void {
    this.emit('focus')
  }

  minimize = () => this.enter('minimized')
  maximize = () => this.enter('maximized')
  restore = () => this.enter('normal')
  setFullScreen = (isFullScreen: boolean) => this.enter(isFullScreen ? 'fullscreen' : 'normal')

  setBounds(bounds: Partial<Rectangle>): void {
    this.bounds = { ...this.bounds, ...bounds }
    this.webContents.withPage((page) => page.resize(this.bounds))
  }

  /** Only seen before the page is drawn. */
  setBackgroundColor(): void {
    if (this.isGone) throw new TypeError('Object has been destroyed')
  }

  close(): void {
    void this.closed()
  }

  /** Closes the window; resolves with false when the app refused. */
  async closed(): Promise<boolean> {
    if (this.isGone) return true
    const event = createCancellable({})
    this.emit('close', event)
    if (event.defaultPrevented) return false
    const gone = new Promise((resolve) => this.once('closed', resolve))
    this.webContents.withPage(({ targetId }) =>
      this.desktop.chromium().root.send('Target.closeTarget', { targetId }),
    )
    await gone
    return true
  }

  /** The window of Chromium is closed. */
  goAway(): void {
    if (this.isGone) return
    this.isGone = true
    this.desktop.windows.delete(this)
    this.webContents.goAway()
    this.emit('closed')
    const { app, windows } = this.desktop
    if (windows.size === 0 && !app.isQuitting) app.emit('window-all-closed')
  }

  private enter(mode: Mode): void {
    this.mode = mode
    this.webContents.withPage(async ({ targetId }) => {
      const { root } = this.desktop.chromium()
      const { windowId } = await root.send('Browser.getWindowForTarget', { targetId })
      await root.send('Browser.setWindowBounds', { windowId, bounds: { windowState: mode } })
    })
  }
}

/** `electron.BrowserWindow`: the class as the app sees it. */
export function createBrowserWindowClass(desktop: Desktop) {
  let nextId = 1
  return class extends BrowserWindow {
    static getAllWindows = () => [...desktop.windows]
    static fromWebContents = (contents: StandinWebContents) =>
      [...desktop.windows].find((window) => window.webContents === contents) ?? null

    constructor(options: BrowserWindowConstructorOptions = {}) {
      super(desktop, nextId++, options)
    }
  }
}
