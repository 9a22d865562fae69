import { z } from 'zod'
import type { AgentEvent } from './agent-messages.ts'

/** The agent's way to the workbench that started it. */
export type AgentChannel = {
  readonly send: (event: AgentEvent) => void
  readonly onMessage: (listener: (message: unknown) => void) => void
}

/** The port that Electron gives a utility process; not part of Node's types. */
const ParentPort = z.object({
  postMessage: z.custom<(message: unknown) => void>((value) => typeof value === 'function'),
  on: z.custom<(event: 'message', listener: (event: unknown) => void) => void>(
    (value) => typeof value === 'function',
  ),
})
const PortMessage = z.object({ data: z.unknown() })

/**
 * The channel of this process: Electron's port in a utility process, else the one of child_process.fork(). Throws where
 * there is none. When the workbench ends, however it ends, the channel closes and this process with it.
 */
export function openAgentChannel(): AgentChannel {
  const port: unknown = Reflect.get(process, 'parentPort')
  if (ParentPort.safeParse(port).success) return electronChannel(port)
  if (process.send === undefined) throw new Error('The tunnel agent is started by the workbench only.')
  process.on('disconnect', () => process.exit())
  return {
    send: (event) => {
      if (process.connected) process.send?.(event, undefined, undefined, () => undefined)
    },
    onMessage: (listener) => void process.on('message', listener),
  }
}

function electronChannel(port: unknown): AgentChannel {
  const call = (name: 'on' | 'postMessage', ...args: readonly unknown[]) => {
    const method: unknown = Reflect.get(Object(port), name)
    if (typeof method === 'function') Reflect.apply(method, port, args)
  }
  return {
    send: (event) => call('postMessage', event),
    onMessage: (listener) =>
      call('on', 'message', (event: unknown) => listener(PortMessage.safeParse(event).data?.data)),
  }
}
