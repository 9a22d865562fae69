/**
 * What the desktop preload puts on `window.workbench`: a pipe for messages of the contract, and nothing else.
 * In browser mode it is absent and the page opens a WebSocket instead.
 */
export type PageBridge = {
  readonly send: (text: string) => void
  /** Returns the function that stops listening. */
  readonly onMessage: (listener: (text: string) => void) => () => void
}

/** IPC channel that carries the contract between page and main process. */
export const BRIDGE_CHANNEL = 'workbench'
