import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { NetworkFailureKind } from '#shared/messenger/explain-network.ts'
import { networkFailureOf } from '../http/network-failure.ts'
import { readCappedText } from '../http/read-capped-text.ts'
import { lookupLoopback } from '../loopback/lookup-loopback.ts'
import type { Clock } from '../tunnel/clock.ts'
import type { CallbackExchange } from './callback-sender.ts'
import type { CallbackPlan } from './plan-callback.ts'

export type BytesToPost = {
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
  readonly manner: CallbackPlan['manner']
  readonly signal: AbortSignal
  readonly clock: Clock
}

type Outcome = CallbackExchange['outcome']

const CONNECT_MS = 3_000
const WHOLE_MS = 15_000
const PIECES = 5
const PIECE_EVERY_MS = 500
const ANSWER_CAP_BYTES = 64 * 1024

/** POSTs bytes on a connection of their own, in one of three manners. Whatever comes of it is a result. */
export function postBytes(post: BytesToPost): Promise<Outcome> {
  return new Promise((resolve) => {
    if (post.signal.aborted) {
      resolve(failed('cancelled'))
      return
    }
    const request = open(post)
    const cancels: (() => void)[] = []
    const end = (outcome: Outcome) => {
      for (const cancel of cancels) cancel()
      post.signal.removeEventListener('abort', onAbort)
      request.destroy()
      resolve(outcome)
    }
    const onAbort = () => end(failed('cancelled'))
    post.signal.addEventListener('abort', onAbort, { once: true })
    // Stays for good: a request that was ended may still fail afterwards.
    request.on('error', (error) => end(failureOf(error, post.url)))
    request.on('response', (response) => {
      readAnswer(response).then(end, (error: unknown) => end(failureOf(error, post.url)))
    })
    const isSecure = post.url.protocol === 'https:'
    const cancelConnect = post.clock.after(CONNECT_MS, () => end(failed('unreachable')))
    request.on('socket', (socket) => socket.once(isSecure ? 'secureConnect' : 'connect', cancelConnect))
    cancels.push(
      cancelConnect,
      post.clock.after(WHOLE_MS, () => end(failed('timeout'))),
    )
    write(request, post, { end, cancels })
  })
}

function open({ url, headers, body }: BytesToPost): ClientRequest {
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest
  return request(url, {
    method: 'POST',
    agent: false,
    lookup: lookupLoopback,
    headers: { ...headers, 'content-length': body.length },
  })
}

type Exchange = { readonly end: (outcome: Outcome) => void; readonly cancels: (() => void)[] }

function write(request: ClientRequest, { body, manner, clock }: BytesToPost, exchange: Exchange): void {
  switch (manner) {
    case 'whole':
      request.end(body)
      return
    case 'in-pieces':
      writePieces(request, piecesOf(body), { clock, cancels: exchange.cancels })
      return
    case 'cut':
      // Once the half has left, so that the receiver sees a beginning without an end.
      request.write(body.subarray(0, Math.ceil(body.length / 2)), (error) => {
        if (error == null) exchange.end({ kind: 'cut' })
      })
  }
}

type Pace = { readonly clock: Clock; readonly cancels: (() => void)[] }

function writePieces(request: ClientRequest, [first, ...others]: readonly Buffer[], pace: Pace): void {
  if (first === undefined) {
    request.end()
    return
  }
  request.write(first)
  if (others.length === 0) request.end()
  else pace.cancels.push(pace.clock.after(PIECE_EVERY_MS, () => writePieces(request, others, pace)))
}

function piecesOf(body: Buffer): readonly Buffer[] {
  const size = Math.max(1, Math.ceil(body.length / PIECES))
  return Array.from({ length: Math.ceil(body.length / size) }, (_, piece) =>
    body.subarray(piece * size, (piece + 1) * size),
  )
}

async function readAnswer(response: IncomingMessage): Promise<Outcome> {
  const bodyText = await readCappedText(response, ANSWER_CAP_BYTES)
  return { kind: 'answered', httpStatus: response.statusCode ?? 0, bodyText }
}

function failureOf(error: unknown, { hostname, port, protocol }: URL): Outcome {
  const standard = protocol === 'https:' ? 443 : 80
  const target = { hostname, port: port === '' ? standard : Number(port) }
  return { kind: 'failed', failure: networkFailureOf(error, target) }
}

function failed(kind: NetworkFailureKind): Outcome {
  return { kind: 'failed', failure: { kind, systemCode: null } }
}
