import { app, dialog } from 'electron'
import type { Log } from '../log/log.ts'
import { lastWords } from './last-words.ts'

/**
 * The services may take this long to finish what they hold before the process ends without them: five seconds to put
 * addresses back, and the rest to close.
 */
const DISPOSE_LIMIT_MS = 8_000

/** The one way this app ends. */
export type QuitOrder = {
  /** What must be stopped before the process ends. */
  readonly beforeExit: (dispose: () => Promise<void>) => void
  /** Stops everything, tells the person why, and exits with code 1. */
  readonly fail: (error: unknown) => void
}

/**
 * Windows first, then the services, then the process, whoever asks: the menu, the last window, a signal, or an error
 * nobody caught.
 */
export function setUpQuitOrder(log: Log): QuitOrder {
  const disposals: (() => Promise<void>)[] = []
  let isEnding = false

  async function end(exitCode: number, words: string | null): Promise<void> {
    if (isEnding) return
    isEnding = true
    await disposeAll(disposals, log)
    if (words !== null) dialog.showErrorBox('Messenger Workbench', words)
    app.exit(exitCode)
  }

  function fail(error: unknown): void {
    log.error({ err: error }, 'The app has to close.')
    void end(1, lastWords(error))
  }

  app.on('will-quit', (event) => {
    event.preventDefault()
    void end(0, null)
  })
  app.on('window-all-closed', () => {
    // On macOS an app lives on without windows, and here the listener with it.
    if (process.platform !== 'darwin') app.quit()
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit())
  process.on('uncaughtException', fail)
  process.on('unhandledRejection', fail)

  return { beforeExit: (dispose) => disposals.push(dispose), fail }
}

async function disposeAll(disposals: readonly (() => Promise<void>)[], log: Log): Promise<void> {
  const { promise: tooLong, resolve } = Promise.withResolvers<'too-long'>()
  const timer = setTimeout(() => resolve('too-long'), DISPOSE_LIMIT_MS)
  const all = Promise.allSettled(disposals.map((dispose) => dispose()))
  const outcome = await Promise.race([all, tooLong])
  clearTimeout(timer)
  if (outcome === 'too-long') {
    log.error({ limitMs: DISPOSE_LIMIT_MS }, 'The services did not stop in time.')
    return
  }
  for (const result of outcome) {
    if (result.status === 'rejected') log.error({ err: result.reason }, 'A service did not stop cleanly.')
  }
}
