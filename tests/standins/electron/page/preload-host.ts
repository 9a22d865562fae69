type Listener = (event: object, ...args: unknown[]) => void
type Require = (name: string) => unknown

/**
 * What a sandboxed preload finds: `require('electron')` with ipcRenderer and contextBridge. Runs in the preload's
 * isolated world, sent there as text: it may use its arguments and the web only. Returns what takes the messages of
 * the main process.
 */
export function preloadHost(
  expose: (key: string, value: unknown) => void,
  post: (text: string) => void,
  runPreload: (require: Require) => void,
) {
  const listeners = new Map<string, Listener[]>()

  const ipcRenderer = {
    send: (channel: string, ...args: unknown[]) => post(JSON.stringify({ t: 'ipc', channel, args })),
    on: (channel: string, listener: Listener) => {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
    },
    off: (channel: string, listener: Listener) => {
      const kept = (listeners.get(channel) ?? []).filter((one) => one !== listener)
      listeners.set(channel, kept)
    },
  }
  const require = (name: string) => {
    if (name === 'electron') return { ipcRenderer, contextBridge: { exposeInMainWorld: expose } }
    throw new Error(`module not found: ${name}`)
  }
  try {
    runPreload(require)
  } catch (error) {
    post(JSON.stringify({ t: 'preload-error', message: String(error) }))
  }
  return (text: string) => {
    const { channel, args }: { channel: string; args: unknown[] } = JSON.parse(text)
    for (const listener of listeners.get(channel) ?? []) listener({}, ...args)
  }
}
