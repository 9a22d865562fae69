import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron'
import { BRIDGE_CHANNEL, type PageBridge } from '#shared/page-bridge.ts'

/** Tells the main process which document speaks: after a reload, the next one counts its messages from 1 again. */
const documentId = crypto.randomUUID()

const bridge: PageBridge = {
  send(text) {
    if (typeof text !== 'string') throw new TypeError('Only text passes here.')
    ipcRenderer.send(BRIDGE_CHANNEL, documentId, text)
  },
  onMessage(listener) {
    const onText = (_event: IpcRendererEvent, receiver: string, text: string) => {
      if (receiver === documentId) listener(text)
    }
    ipcRenderer.on(BRIDGE_CHANNEL, onText)
    return () => {
      ipcRenderer.off(BRIDGE_CHANNEL, onText)
    }
  },
}

contextBridge.exposeInMainWorld('workbench', bridge)
