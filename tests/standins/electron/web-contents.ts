import { readFileSync } from 'node:fs'
import type { WebContents } from 'electron'
import { createCancellable } from './cancellable.ts'
import type { CdpSession } from './cdp.ts'
import type { Desktop } from './desktop.ts'
import { type Bounds, openPageTarget, type PageTarget } from './page-target.ts'
import { strictEmitter } from './strict.ts'

type Implemented = Pick<
  WebContents,
  | 'close'
  | 'forcefullyCrashRenderer'
  | 'getURL'
  | 'id'
  | 'isDestroyed'
  | 'loadURL'
  | 'reload'
  | 'send'
  | 'setWindowOpenHandler'
>
type OpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0]

/** What the page posts to the main process. */
type Posted =
  | { readonly t: 'ipc'; readonly channel: string; readonly args: readonly unknown[] }
  | { readonly t: 'open'; readonly url: string }
  | { readonly t: 'preload-error'; readonly message: string }

type PausedRequest = {
  readonly requestId: string
  readonly request: { readonly url: string }
  readonly frameId: string
  readonly redirectedRequestId?: string
}

type NavigatedFrame = { readonly frame: { readonly parentId?: string; readonly url: string } }

export type WebContentsOptions = {
  readonly id: number
  readonly bounds: Bounds
  readonly preloadPath: string | undefined
  readonly close: () => void
}

/** Electron's WebContents over a page of Chromium. */
export class StandinWebContents extends strictEmitter('webContents') implements Implemented {
  readonly id: number
  readonly close: () => void
  /** Resolves once the page can be told to do something. */
  readonly page: Promise<PageTarget>
  targetId: string | null = null
  private readonly desktop: Desktop
  private url = ''
  private isGone = false
  /** The main process asked for the navigation under way: nobody is asked whether it may happen. */
  private isLedByMain = false
  private openHandler: OpenHandler | null = null

  constructor(desktop: Desktop, { id, bounds, preloadPath, close }: WebContentsOptions) {
    super()
    this.desktop = desktop
    this.id = id
    this.close = close
    this.page = openPageTarget(desktop.chromium(), {
      bounds,
      preloadSource: preloadPath === undefined ? '' : readFileSync(preloadPath, 'utf8'),
      onPost: (text) => this.receive(JSON.parse(text)),
      listen: (cdp) => this.listen(cdp),
    }).then((page) => {
      this.targetId = page.targetId
      return page
    })
  }

  getURL = () => this.url
  isDestroyed = () => this.isGone

  send(channel: string, ...args: unknown[]): void {
    if (this.isGone) throw new TypeError('Object has been destroyed')
    const text = JSON.stringify({ channel, args })
    this.withPage((page) => page.deliver(text))
  }

  async loadURL(url: string): Promise<void> {
    const { schemes, session, chromium } = this.desktop
    const page = await this.page
    const address = schemes.toChromium(url)
    if (address !== url) {
      await session.applyPermissions(chromium().root, new URL(address).origin, originOf(url))
    }
    const loaded = this.nextLoad()
    this.isLedByMain = true
    const { errorText } = await page.cdp.send('Page.navigate', { url: address })
    if (errorText !== undefined) throw new Error(`${errorText} loading '${url}'`)
    await loaded
  }

  reload(): void {
    this.isLedByMain = true
    this.withPage(({ cdp }) => cdp.send('Page.reload'))
  }

  forcefullyCrashRenderer(): void {
    this.withPage(({ cdp }) => cdp.send('Page.crash'))
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler
  }

  /** The page is closed. */
  goAway(): void {
    if (this.isGone) return
    this.isGone = true
    this.emit('destroyed')
  }

  /** Does something with the page; once that is gone, nothing is left to do. */
  withPage(action: (page: PageTarget) => Promise<unknown>): void {
    this.page.then(action).catch((error: unknown) => {
      if (!this.isGone && !this.desktop.app.isQuitting) console.error('stand-in:', error)
    })
  }

  private nextLoad(): Promise<void> {
    return new Promise((resolve) => {
      this.once('did-finish-load', resolve)
      this.once('destroyed', resolve)
    })
  }

  private listen(cdp: CdpSession): void {
    cdp.on('Page.frameNavigated', ({ frame }: NavigatedFrame) => {
      if (frame.parentId !== undefined) return
      this.url = this.desktop.schemes.fromChromium(frame.url)
      this.isLedByMain = false
    })
    cdp.on('Page.loadEventFired', () => this.emit('did-finish-load', createCancellable({})))
    cdp.on('Inspector.targetCrashed', () =>
      this.emit('render-process-gone', createCancellable({}), { reason: 'crashed', exitCode: 5 }),
    )
    cdp.on('Fetch.requestPaused', (request: PausedRequest) => this.judge(cdp, request))
  }

  private judge(cdp: CdpSession, paused: PausedRequest): void {
    const { requestId } = paused
    const verdict = this.mayNavigate(paused)
      ? cdp.send('Fetch.continueRequest', { requestId })
      : cdp.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
    // The page can be gone before it hears the verdict.
    verdict.catch(() => undefined)
  }

  private mayNavigate({ request, frameId, redirectedRequestId }: PausedRequest): boolean {
    const isMainFrame = frameId === this.targetId
    if (isMainFrame && this.isLedByMain) return true
    const url = this.desktop.schemes.fromChromium(request.url)
    const events =
      redirectedRequestId === undefined
        ? ['will-frame-navigate', ...(isMainFrame ? ['will-navigate'] : [])]
        : ['will-redirect']
    const event = createCancellable({ url, isMainFrame, isSameDocument: false })
    return events.every((name) => {
      this.emit(name, event, url)
      return !event.defaultPrevented
    })
  }

  private receive(posted: Posted): void {
    switch (posted.t) {
      case 'ipc': {
        const senderFrame = { origin: originOf(this.url), url: this.url, parent: null }
        this.desktop.ipcMain.emit(posted.channel, { sender: this, senderFrame }, ...posted.args)
        return
      }
      case 'open':
        this.openWindow(this.desktop.schemes.fromChromium(posted.url))
        return
      case 'preload-error':
        console.error('Unable to load preload script:', posted.message)
        this.emit('preload-error', createCancellable({}), '', new Error(posted.message))
    }
  }

  private openWindow(url: string): void {
    const referrer = { url: this.url, policy: 'no-referrer' as const }
    const details = { url, frameName: '', features: '', disposition: 'foreground-tab' as const, referrer }
    const action = this.openHandler?.(details).action ?? 'allow'
    if (action === 'allow') throw new Error('stand-in: opening a window for the page is not implemented')
  }
}

/** As Electron names it; Node knows no origin of a custom scheme. */
function originOf(address: string): string {
  const url = URL.parse(address)
  return url === null || url.host === '' ? 'null' : `${url.protocol}//${url.host}`
}
