import { EventEmitter } from 'node:events'
import type { CDPSession } from '@playwright/test'

/** Playwright knows the types of every command; the connection is our own. */
type Send = CDPSession['send']

export type CdpSession = EventEmitter & { readonly send: Send }

export type Cdp = {
  /** The browser itself. Emits `gone` when the connection ends. */
  readonly root: CdpSession
  /** One attached page. */
  readonly session: (id: string) => CdpSession
}

type Pending = {
  readonly method: string
  readonly resolve: (result: never) => void
  readonly reject: (error: Error) => void
}

type Incoming = {
  readonly id?: number
  readonly error?: { readonly message: string }
  readonly result?: never
  readonly sessionId?: string
  readonly method: string
  readonly params?: object
}

const ROOT = ''

/** A client of the Chrome DevTools Protocol on Node's own WebSocket. */
export async function connectCdp(url: string): Promise<Cdp> {
  const socket = new WebSocket(url)
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve)
    socket.addEventListener('error', () => reject(new Error('stand-in: no connection to Chromium')))
  })
  const pending = new Map<number, Pending>()
  const sessions = new Map<string, CdpSession>()
  let nextId = 1

  function sessionOf(sessionId: string): CdpSession {
    const known = sessions.get(sessionId)
    if (known !== undefined) return known
    const send: Send = (method, params) =>
      new Promise((resolve, reject) => {
        const id = nextId++
        pending.set(id, { method, resolve, reject })
        socket.send(JSON.stringify({ id, method, params, ...(sessionId === ROOT ? {} : { sessionId }) }))
      })
    const session = Object.assign(new EventEmitter(), { send })
    sessions.set(sessionId, session)
    return session
  }

  socket.addEventListener('message', ({ data }) => {
    const message: Incoming = JSON.parse(String(data))
    if (message.id === undefined) sessionOf(message.sessionId ?? ROOT).emit(message.method, message.params)
    else settle(message, pending)
  })
  socket.addEventListener('close', () => {
    for (const { reject } of pending.values()) reject(new Error('stand-in: Chromium is gone'))
    pending.clear()
    sessionOf(ROOT).emit('gone')
  })
  return { root: sessionOf(ROOT), session: sessionOf }
}

function settle({ id = 0, error, result }: Incoming, pending: Map<number, Pending>): void {
  const command = pending.get(id)
  if (command === undefined) return
  pending.delete(id)
  if (error !== undefined) command.reject(new Error(`${command.method}: ${error.message}`))
  else if (result !== undefined) command.resolve(result)
}
