import { app, shell, type WebContents } from 'electron'
import type { Log } from '../log/log.ts'
import { judgeLink } from './link-policy.ts'

/**
 * Keeps every web contents of this app on our own page: no navigation elsewhere in any frame, no redirect, no new
 * window, no webview. A link to the known documentation opens in the person's browser instead.
 */
export function guardWebContents(log: Log): void {
  app.on('web-contents-created', (_event, contents) => {
    denyNavigation(contents, log)
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(({ url }) => {
      openIfDocumentation(url, log)
      return { action: 'deny' }
    })
  })
}

function denyNavigation(contents: WebContents, log: Log): void {
  contents.on('will-navigate', (event) => {
    if (judgeLink(event.url) === 'own-page') return
    event.preventDefault()
    openIfDocumentation(event.url, log)
  })
  contents.on('will-frame-navigate', (event) => {
    if (judgeLink(event.url) !== 'own-page') event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    if (judgeLink(event.url) !== 'own-page') event.preventDefault()
  })
}

function openIfDocumentation(url: string, log: Log): void {
  if (judgeLink(url) !== 'open-in-browser') {
    // The address may come from a message and is not repeated here.
    log.warn({}, 'The page wanted to go somewhere it may not; denied.')
    return
  }
  shell.openExternal(url).catch((error: unknown) => {
    log.error({ err: error }, 'The browser could not be opened.')
  })
}
