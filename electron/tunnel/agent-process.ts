import type { Listener, SessionBuilder } from '@ngrok/ngrok'
import { withoutAuthtoken } from '#shared/tunnel/tunnel-failure.ts'
import type { AgentChannel } from './agent-channel.ts'
import { type AgentEvent, ConnectRequest } from './agent-messages.ts'

/**
 * The process around ngrok's SDK. The SDK can hang for ever with a lock that blocks the whole process, and cannot be
 * relied on to close: all of that ends with this process, which the workbench kills.
 */
export function runAgent({ send, onMessage }: AgentChannel): void {
  // Ctrl+C in a terminal reaches this process too; the workbench decides when the tunnel ends.
  process.on('SIGINT', () => undefined)
  onMessage((message) => {
    const request = ConnectRequest.safeParse(message)
    // connect() answers for its own failures.
    if (request.success) void connect(request.data, send)
  })
  send({ t: 'ready' })
}

async function connect(request: ConnectRequest, send: AgentChannel['send']): Promise<void> {
  const clean = (error: unknown) => withoutAuthtoken(messageOf(error), request.authtoken)
  let step: 'connect' | 'bind' = 'connect'
  try {
    // Loaded here, so that a system the SDK does not come for is a reason that can be told.
    const { SessionBuilder: Builder } = await import('@ngrok/ngrok')
    const session = await prepare(new Builder(), request, send).connect()
    step = 'bind'
    send({ t: 'connected' })
    const listener = await bind(session, request)
    const url = listener.url()
    if (url === null) throw new Error('ngrok gave no public address.')
    // Rejects when the service ends the endpoint.
    listener.forward(`127.0.0.1:${request.upstreamPort}`).then(
      () => send({ t: 'stopped', message: 'The forwarding ended.' }),
      (error: unknown) => send({ t: 'stopped', message: clean(error) }),
    )
    send({ t: 'url', url })
  } catch (error) {
    send({ t: 'failed', step, message: clean(error), errorCode: errorCodeOf(error) })
  }
}

/** The SDK aborts the whole process when one of its callbacks throws or answers with a promise. */
function prepare(
  builder: SessionBuilder,
  request: ConnectRequest,
  send: AgentChannel['send'],
): SessionBuilder {
  const tell = (event: AgentEvent) => {
    try {
      send(event)
    } catch {
      // The channel is gone, and this process with it.
    }
  }
  builder
    .authtoken(request.authtoken)
    .heartbeatInterval(request.heartbeatIntervalS)
    .heartbeatTolerance(request.heartbeatToleranceS)
    .handleHeartbeat((latency: number | null) => tell({ t: 'heartbeat', latencyMs: latency }))
    .handleDisconnection(() => {
      tell({ t: 'closed' })
      return true
    })
  if (request.serverAddress !== '') builder.serverAddr(request.serverAddress)
  if (request.caCertPath !== '') builder.rootCas(request.caCertPath)
  return builder
}

type Session = Awaited<ReturnType<SessionBuilder['connect']>>

/** Binds the domain that is asked for; the one of before only if the service gives it, so that an address can be kept. */
async function bind(session: Session, { domain, formerDomain }: ConnectRequest): Promise<Listener> {
  const wanted = domain === '' ? formerDomain : domain
  try {
    return await listen(session, wanted)
  } catch (error) {
    const isOnlyAWish = domain === '' && formerDomain !== ''
    // Still online: the service has not yet noticed that the connection before this one is dead.
    if (!isOnlyAWish || errorCodeOf(error) === null || errorCodeOf(error) === IN_USE) throw error
    return await listen(session, '')
  }
}

const IN_USE = 'ERR_NGROK_334'

function listen(session: Session, domain: string): Promise<Listener> {
  const endpoint = session.httpEndpoint().forwardsTo('Messenger Workbench')
  return (domain === '' ? endpoint : endpoint.domain(domain)).listen()
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function errorCodeOf(error: unknown): string | null {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'errorCode') : null
  return typeof code === 'string' ? code : null
}
