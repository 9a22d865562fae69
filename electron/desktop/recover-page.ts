import { app, type BrowserWindow, dialog } from 'electron'
import type { Log } from '../log/log.ts'
import { createCrashGuard } from './crash-guard.ts'

const TRY_AGAIN = 0
const QUIT = 1

/** Loads the page again when its process is gone; asks first when that keeps happening. The services go on meanwhile. */
export function recoverPage(window: BrowserWindow, log: Log): void {
  const guard = createCrashGuard(Date.now)

  const ask = async () => {
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: 'The page keeps failing.',
      detail:
        'It was loaded again twice within a minute and failed each time. The listener still captures callbacks.',
      buttons: ['Try again', 'Quit'],
      defaultId: TRY_AGAIN,
      cancelId: TRY_AGAIN,
    })
    if (response === QUIT) app.quit()
    else if (!window.isDestroyed()) window.webContents.reload()
  }

  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    log.error({ reason, exitCode }, 'The process of the page is gone.')
    if (guard.crashed() === 'reload') {
      window.webContents.reload()
      return
    }
    ask().catch((error: unknown) => log.error({ err: error }, 'The message box could not be shown.'))
  })
}
