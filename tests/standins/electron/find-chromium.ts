import { existsSync } from 'node:fs'

const USUAL_PLACES = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

/** The browser behind the windows: STANDIN_CHROMIUM, the system's Chromium, or Playwright's own. */
export async function findChromium(): Promise<string> {
  const chosen = process.env.STANDIN_CHROMIUM ?? USUAL_PLACES.find((path) => existsSync(path))
  if (chosen !== undefined) return chosen
  const { chromium } = await import('@playwright/test')
  const own = chromium.executablePath()
  if (existsSync(own)) return own
  throw new Error(`stand-in: no Chromium found at ${[...USUAL_PLACES, own].join(', ')}; set STANDIN_CHROMIUM`)
}
