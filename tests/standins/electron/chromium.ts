import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { type Cdp, connectCdp } from './cdp.ts'
import { findChromium } from './find-chromium.ts'

export type Chromium = Cdp & {
  /** Lets Chromium write what it stores, and resolves when it is gone. */
  readonly close: () => Promise<void>
}

export type ChromiumOptions = {
  readonly profileFolder: string
  /** Further switches, with their dashes. */
  readonly switches: readonly string[]
  /** Print the line by which Playwright finds the windows. */
  readonly isAnnounced: boolean
}

const CLOSE_LIMIT_MS = 1_500

const SWITCHES = [
  '--headless=new',
  '--hide-scrollbars',
  '--no-startup-window',
  '--remote-debugging-port=0',
  // Never written to: Chromium quits when this process dies and the pipe closes with it.
  '--remote-debugging-pipe',
  '--remote-allow-origins=*',
  '--no-first-run',
  '--no-default-browser-check',
  '--password-store=basic',
  '--disable-background-networking',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-component-update',
  '--disable-dev-shm-usage',
  '--disable-extensions',
  '--disable-renderer-backgrounding',
  '--disable-sync',
  '--force-color-profile=srgb',
  '--mute-audio',
]

/** Starts the browser whose windows stand for Electron's. */
export async function launchChromium(options: ChromiumOptions): Promise<Chromium> {
  mkdirSync(options.profileFolder, { recursive: true })
  const isRoot = process.getuid?.() === 0
  const args = [
    ...SWITCHES,
    ...(isRoot ? ['--no-sandbox'] : []),
    `--user-data-dir=${options.profileFolder}`,
    ...options.switches,
  ]
  const browser = spawn(await findChromium(), args, {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    detached: true,
  })
  process.on('exit', () => killGroup(browser))
  const url = await devToolsUrl(browser)
  if (options.isAnnounced) console.error(`DevTools listening on ${url}`)
  const cdp = await connectCdp(url)
  return { ...cdp, close: () => close(browser, cdp) }
}

async function devToolsUrl(browser: ChildProcess): Promise<string> {
  const { stderr } = browser
  if (stderr === null) throw new Error('stand-in: Chromium has no stderr')
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const lines: string[] = []
  createInterface({ input: stderr }).on('line', (line) => {
    lines.push(line)
    const url = /^DevTools listening on (ws:\/\/.*)$/.exec(line)?.[1]
    if (url !== undefined) resolve(url)
  })
  browser.once('error', reject)
  browser.once('exit', (code) => {
    reject(new Error(`stand-in: Chromium exited with ${code}\n${lines.slice(-10).join('\n')}`))
  })
  return promise
}

async function close(browser: ChildProcess, { root }: Cdp): Promise<void> {
  if (browser.exitCode !== null || browser.signalCode !== null) return
  const exited = new Promise((resolve) => browser.once('exit', resolve))
  const limit = new Promise((resolve) => setTimeout(resolve, CLOSE_LIMIT_MS).unref())
  root.send('Browser.close').catch(() => undefined)
  await Promise.race([exited, limit])
}

function killGroup(browser: ChildProcess): void {
  if (browser.pid === undefined) return
  try {
    process.kill(-browser.pid, 'SIGKILL')
  } catch {
    // The group is already gone.
  }
}
