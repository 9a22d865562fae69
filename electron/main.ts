import { join } from 'node:path'
import { app } from 'electron'
import { startUtilityAgent } from './desktop/agent-launcher.ts'
import { setApplicationMenu } from './desktop/application-menu.ts'
import { copyText } from './desktop/copy-text.ts'
import { denyPermissions } from './desktop/deny-permissions.ts'
import { type DesktopOptions, readDesktopOptions } from './desktop/desktop-options.ts'
import { guardWebContents } from './desktop/guard-web-contents.ts'
import { connectWindow } from './desktop/ipc-bridge.ts'
import { createMainWindow } from './desktop/main-window.ts'
import { openDataFolder } from './desktop/open-data-folder.ts'
import { openElectronStore } from './desktop/open-store-file.ts'
import { registerPageScheme } from './desktop/page-scheme.ts'
import { setUpQuitOrder } from './desktop/quit-order.ts'
import { createDesktopSecretCodec } from './desktop/secret-codec.ts'
import { servePage } from './desktop/serve-page.ts'
import { createSessionFiles } from './desktop/session-files.ts'
import { createWindowStateFile } from './desktop/window-state.ts'
import { createLog } from './log/log.ts'
import { createStoreThreads } from './store/worker-thread.ts'
import { createWorkbench } from './workbench.ts'

const log = createLog('info')
const quitOrder = setUpQuitOrder(log)

try {
  app.enableSandbox()
  registerPageScheme()
  guardWebContents(log)
  start(readDesktopOptions(process.argv.slice(1)))
} catch (error) {
  quitOrder.fail(error)
}

/** Everything that must happen before `ready`. */
function start(options: DesktopOptions): void {
  const dataFolder = openDataFolder(options.dataFolder)
  if (!app.requestSingleInstanceLock()) {
    // The app that is already open for this folder comes to the front instead.
    app.quit()
    return
  }
  app
    .whenReady()
    .then(() => open(options, dataFolder))
    .catch(quitOrder.fail)
}

async function open(options: DesktopOptions, dataFolder: string): Promise<void> {
  denyPermissions()
  servePage(join(import.meta.dirname, '../renderer'))
  setApplicationMenu(log)
  const { handlers } = await openWorkbench(options, dataFolder)
  const mainWindow = createMainWindow({
    preloadPath: join(import.meta.dirname, '../preload/preload.cjs'),
    stateFile: createWindowStateFile(dataFolder, log),
    connect: (window) => connectWindow(window, { handlers, log }),
    log,
  })
  app.on('second-instance', mainWindow.show)
  app.on('activate', mainWindow.show)
  mainWindow.show()
}

async function openWorkbench({ listenerPort, simulatorPort }: DesktopOptions, dataFolder: string) {
  const secretCodec = await createDesktopSecretCodec(process.platform)
  const opening = createWorkbench({
    host: 'desktop',
    version: app.getVersion(),
    dataFolder,
    ...(listenerPort === null ? {} : { listenerPort }),
    ...(simulatorPort === null ? {} : { simulatorPort }),
    environment: process.env,
    openStoreFile: openElectronStore,
    secretCodec,
    startAgent: startUtilityAgent(join(import.meta.dirname, 'tunnel-agent.js')),
    startStoreThread: createStoreThreads(join(import.meta.dirname, 'store-worker.js')),
    copyText,
    sessionFiles: createSessionFiles(),
    log,
  })
  // Also when the app is told to quit before the services are open.
  quitOrder.beforeExit(() =>
    opening.then(
      (workbench) => workbench.dispose(),
      () => undefined,
    ),
  )
  return opening
}
