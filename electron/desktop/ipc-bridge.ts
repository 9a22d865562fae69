import { type BrowserWindow, type IpcMainEvent, ipcMain } from 'electron'
import { contract, type WorkbenchContract } from '#shared/contract.ts'
import { BRIDGE_CHANNEL } from '#shared/page-bridge.ts'
import type { Handlers } from '#shared/rpc.ts'
import { serveContract } from '../bridge/serve-contract.ts'
import type { Log } from '../log/log.ts'
import { createDocumentSwitch } from './document-switch.ts'
import { isTrustedSender } from './ipc-sender.ts'

type Deps = { readonly handlers: Handlers<WorkbenchContract>; readonly log: Log }

/** Serves the contract to the page in `window` over IPC, until the window is closed. */
export function connectWindow(window: BrowserWindow, { handlers, log }: Deps): void {
  const contents = window.webContents
  const documents = createDocumentSwitch((documentId) =>
    serveContract({
      contract,
      handlers,
      log,
      send: (text) => {
        if (!contents.isDestroyed()) contents.send(BRIDGE_CHANNEL, documentId, text)
      },
    }),
  )

  const onMessage = (event: IpcMainEvent, documentId: unknown, text: unknown) => {
    if (!isTrustedSender(event, contents)) {
      log.warn({}, 'A message came from somewhere else than the page; ignored.')
      return
    }
    if (typeof documentId === 'string' && typeof text === 'string') documents.receive(documentId, text)
  }
  ipcMain.on(BRIDGE_CHANNEL, onMessage)
  contents.on('render-process-gone', () => documents.close())
  contents.once('destroyed', () => {
    ipcMain.off(BRIDGE_CHANNEL, onMessage)
    documents.close()
  })
}
