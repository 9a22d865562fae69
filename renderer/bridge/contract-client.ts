import { type Client, type Contract, ResponseMessage } from '#shared/rpc.ts'
import { CallError, connectionLost } from './call-error.ts'
import { createClientStreams } from './client-streams.ts'
import type { Connection } from './connection.ts'

type PendingCall = { readonly resolve: (value: unknown) => void; readonly reject: (error: CallError) => void }

/**
 * The contract as functions. A call that was under way when the connection dropped rejects with CONNECTION_LOST and is
 * never sent again by itself; a stream goes on behind its last event as soon as the connection is back.
 */
export function createContractClient<C extends Contract>(contract: C, connection: Connection): Client<C> {
  const calls = new Map<number, PendingCall>()
  let isConnected = false
  let lastId = 0
  const newId = () => {
    lastId += 1
    return lastId
  }
  const streams = createClientStreams({ newId, post: (message) => connection.send(JSON.stringify(message)) })

  function call(name: string, input: unknown): Promise<unknown> {
    if (!isConnected) return Promise.reject(connectionLost())
    const id = newId()
    return new Promise((resolve, reject) => {
      calls.set(id, { resolve, reject })
      connection.send(JSON.stringify({ t: 'call', id, name, input }))
    })
  }

  connection.onState((state) => {
    isConnected = state === 'connected'
    if (isConnected) streams.connected()
    else streams.disconnected()
    if (isConnected) return
    for (const { reject } of calls.values()) reject(connectionLost())
    calls.clear()
  })

  connection.onMessage((text) => {
    const message = ResponseMessage.parse(JSON.parse(text))
    const pending = calls.get(message.id)
    calls.delete(message.id)
    if (pending === undefined) streams.receive(message)
    else if (message.t === 'ok') pending.resolve(message.value)
    else if (message.t === 'error') pending.reject(new CallError(message.error))
  })

  const entries = Object.entries(contract).map(([name, def]) => [
    name,
    def.kind === 'call'
      ? (input: unknown) => call(name, input)
      : (input: unknown, options: { signal: AbortSignal }) => streams.open(name, input, options.signal),
  ])
  // The types are the contract's own; its schemas checked the values before they were sent.
  return Object.fromEntries(entries) as Client<C>
}
