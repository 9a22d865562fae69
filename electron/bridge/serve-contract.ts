import { WorkbenchError } from '#shared/errors.ts'
import {
  type Contract,
  type Handlers,
  type Positioned,
  RequestMessage,
  type ResponseMessage,
} from '#shared/rpc.ts'
import type { Log } from '../log/log.ts'
import { acceptInput } from './accept-input.ts'
import { createOpenStreams } from './open-streams.ts'
import { wireError } from './wire-error.ts'

/** The services' end of one page: whichever transport carries the text. */
export type PageEnd = {
  /** Takes one message from the page. Never throws: a bad message is answered with an error or logged. */
  readonly receive: (text: string) => void
  /** The page is gone: ends its streams. Answers of calls still running are dropped. */
  readonly close: () => void
}

type Deps<C extends Contract> = {
  readonly contract: C
  readonly handlers: Handlers<C>
  /** Sends one message to the page. Must not throw. */
  readonly send: (text: string) => void
  readonly log: Log
}

/** The handlers without their names' types: every input and output passes its schema on the way. */
type ErasedHandlers = Readonly<
  Record<string, (input: unknown, options?: unknown) => Promise<unknown> | AsyncIterable<Positioned<unknown>>>
>

/** The largest message taken from a page: a body of 1 MiB in base64 or a pasted file fits, nothing larger is needed. */
const MAX_MESSAGE_CHARS = 8 * 1024 * 1024

/**
 * Serves the contract to one page. Every input and every output is checked against its schema here; a stream sends
 * only as many events as the page has granted credit for.
 */
export function serveContract<C extends Contract>({ contract, handlers, send, log }: Deps<C>): PageEnd {
  let isClosed = false
  const post = (message: ResponseMessage) => {
    if (!isClosed) send(JSON.stringify(message))
  }
  // One cast in place of a generic per call: the schemas check at run time what the types say.
  const find = finder(contract, handlers as unknown as ErasedHandlers)
  const streams = createOpenStreams(post)

  async function run(message: RequestMessage): Promise<void> {
    switch (message.t) {
      case 'call': {
        const { def, handler } = find(message.name, 'call')
        const value = await handler(acceptInput(def.input, message.input))
        if (def.kind === 'call') post({ t: 'ok', id: message.id, value: def.output.parse(value) })
        return
      }
      case 'open': {
        const { def, handler } = find(message.name, 'stream')
        const input = acceptInput(def.input, message.input)
        if (def.kind === 'stream') await streams.run(message, def, (options) => handler(input, options))
        return
      }
      case 'credit':
        streams.addCredit(message.id, message.count)
        return
      case 'cancel':
        streams.cancel(message.id)
    }
  }

  return {
    receive(text) {
      const message = readMessage(text)
      if (message === null) {
        log.warn({ sizeChars: text.length }, 'A message from the page was not one of the contract.')
        return
      }
      run(message).catch((error: unknown) => {
        const wire = wireError(error)
        if (wire.code === 'INTERNAL') log.error({ err: error, message: message.t }, 'A call failed.')
        post({ t: 'error', id: message.id, error: wire })
      })
    },
    close() {
      isClosed = true
      streams.cancelAll()
    },
  }
}

function finder(contract: Contract, handlers: ErasedHandlers) {
  return (name: string, kind: 'call' | 'stream') => {
    const def = Object.hasOwn(contract, name) ? contract[name] : undefined
    const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined
    if (def === undefined || handler === undefined || def.kind !== kind)
      throw unknownCall(`the ${kind} "${name}"`)
    return { def, handler }
  }
}

function readMessage(text: string): RequestMessage | null {
  if (text.length > MAX_MESSAGE_CHARS) return null
  try {
    return RequestMessage.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

function unknownCall(what: string): WorkbenchError {
  return new WorkbenchError({
    code: 'UNKNOWN_CALL',
    what: `The page asked for ${what}.`,
    why: 'The page and the services are of different versions.',
    fix: 'Reload the page.',
  })
}
