import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

/** The shell draws no window, which the tests do not need, and takes a quarter less of the processor for it. */
const USUAL_PLACES = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * A Chromium for the end-to-end tests: WORKBENCH_CHROMIUM, an installed one, or one that is installed now, first
 * Playwright's own, then on Debian as root the system's packages. Throws when none can be had.
 */
export async function findChromium(): Promise<string> {
  const installed = installedChromium()
  if (installed !== null) return installed
  say("No Chromium found. Installing Playwright's own…")
  run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'])
  const playwrights = installedChromium()
  if (playwrights !== null) return playwrights
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    say("That did not work. Installing Debian's Chromium…")
    run('apt-get', ['update'])
    for (const name of ['chromium-headless-shell', 'chromium']) {
      if (installedChromium() === null) run('apt-get', ['install', '-y', '--no-install-recommends', name])
    }
  }
  const debians = installedChromium()
  if (debians !== null) return debians
  throw new Error('The end-to-end tests need Chromium. Install one, or name it in WORKBENCH_CHROMIUM.')
}

function installedChromium(): string | null {
  const places = [process.env.WORKBENCH_CHROMIUM ?? '', chromium.executablePath(), ...USUAL_PLACES]
  return places.find((place) => place !== '' && existsSync(place)) ?? null
}

function run(program: string, args: readonly string[]): void {
  spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'], timeout: 300_000 })
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`)
}
