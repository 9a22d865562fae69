import type { EventEmitter } from 'node:events'
import type { StandinApp } from './app.ts'
import type { BrowserWindow } from './browser-window.ts'
import type { Chromium } from './chromium.ts'
import type { Schemes } from './schemes.ts'
import type { StandinSession } from './session.ts'

/** What the parts of the stand-in know of each other. */
export type Desktop = {
  readonly app: StandinApp
  readonly ipcMain: EventEmitter
  readonly schemes: Schemes
  readonly session: StandinSession
  readonly windows: Set<BrowserWindow>
  /** Throws before the app is ready. */
  readonly chromium: () => Chromium
}
