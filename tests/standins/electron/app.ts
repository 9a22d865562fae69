import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { App } from 'electron'
import { createCancellable } from './cancellable.ts'
import { createInstanceLock } from './instance-lock.ts'
import { strictEmitter } from './strict.ts'

export type AppInfo = {
  readonly folder: string
  readonly name: string
  readonly version: string
  readonly switches: ReadonlyMap<string, string>
}

type Implemented = Pick<
  App,
  | 'commandLine'
  | 'enableSandbox'
  | 'exit'
  | 'getAppPath'
  | 'getName'
  | 'getPath'
  | 'getVersion'
  | 'isPackaged'
  | 'isReady'
  | 'name'
  | 'quit'
  | 'requestSingleInstanceLock'
  | 'setPath'
  | 'whenReady'
>

/** What ends with the app. `closeWindows` resolves with false when a window refused. */
type Surroundings = {
  readonly closeWindows: () => Promise<boolean>
  readonly closeChromium: () => Promise<void>
}

/** Electron's `app`: paths, start, quit order and the single-instance lock. */
export class StandinApp extends strictEmitter('app') implements Implemented {
  readonly isPackaged = false
  readonly name: string
  readonly commandLine: App['commandLine']
  isSandboxed = false
  isQuitting = false
  private readonly info: AppInfo
  private readonly appended = new Map<string, string>()
  private readonly paths: Map<string, string>
  private readonly readiness = Promise.withResolvers<void>()
  private readonly lock = createInstanceLock(({ argv, workingDirectory }) =>
    this.emit('second-instance', createCancellable({}), argv, workingDirectory, null),
  )
  private surroundings: Surroundings | null = null

  constructor(info: AppInfo) {
    super()
    this.info = info
    this.name = info.name
    this.commandLine = commandLineOf(info.switches, this.appended)
    const appData = process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config')
    this.paths = new Map([
      ['home', homedir()],
      ['appData', appData],
      ['userData', join(appData, info.name)],
      ['temp', tmpdir()],
      ['downloads', join(homedir(), 'Downloads')],
    ])
  }

  getName = () => this.info.name
  getVersion = () => this.info.version
  getAppPath = () => this.info.folder
  isReady = () => this.surroundings !== null
  whenReady = () => this.readiness.promise

  enableSandbox(): void {
    if (this.isReady()) throw new Error('app.enableSandbox() can only be called before app is ready')
    this.isSandboxed = true
  }

  getPath(name: Parameters<App['getPath']>[0]): string {
    const path = this.paths.get(name)
    if (path === undefined) throw new Error(`Failed to get '${name}' path`)
    return path
  }

  setPath(name: string, path: string): void {
    this.paths.set(name, path)
  }

  requestSingleInstanceLock(): boolean {
    return this.lock.request(this.getPath('userData'))
  }

  /** The switches for Chromium that the app and Playwright's loader asked for. */
  chromiumSwitches(): readonly string[] {
    return [...this.appended].map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`))
  }

  becomeReady(surroundings: Surroundings): void {
    if (this.isQuitting) return
    this.surroundings = surroundings
    this.emit('ready', createCancellable({}), {})
    this.readiness.resolve()
  }

  quit(): void {
    void this.quitInOrder()
  }

  exit(exitCode = 0): void {
    this.isQuitting = true
    void this.end(exitCode)
  }

  private async quitInOrder(): Promise<void> {
    if (this.isQuitting) return
    const event = createCancellable({})
    this.emit('before-quit', event)
    if (event.defaultPrevented) return
    this.isQuitting = true
    const isClosed = (await this.surroundings?.closeWindows()) ?? true
    const willQuit = createCancellable({})
    if (isClosed) this.emit('will-quit', willQuit)
    if (!isClosed || willQuit.defaultPrevented) {
      this.isQuitting = false
      return
    }
    await this.end(0)
  }

  private async end(exitCode: number): Promise<void> {
    this.emit('quit', createCancellable({}), exitCode)
    await Promise.all([this.surroundings?.closeChromium(), this.lock.told()])
    process.exit(exitCode)
  }
}

function commandLineOf(
  given: ReadonlyMap<string, string>,
  appended: Map<string, string>,
): Implemented['commandLine'] {
  return {
    appendSwitch: (name, value = '') => appended.set(name, value),
    appendArgument: () => undefined,
    hasSwitch: (name) => given.has(name) || appended.has(name),
    getSwitchValue: (name) => given.get(name) ?? appended.get(name) ?? '',
    removeSwitch: (name) => appended.delete(name),
  }
}
