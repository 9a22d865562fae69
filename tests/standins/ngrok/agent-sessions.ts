import { randomBytes } from 'node:crypto'
import type { TLSSocket } from 'node:tls'
import { AuthRequest, BindRequest, UnbindRequest } from './agent-requests.ts'
import type { Endpoints } from './endpoints.ts'
import { createMux, type Mux } from './mux.ts'
import type { MuxStream } from './mux-stream.ts'
import { readRequest } from './read-request.ts'
import { serviceErrors } from './service-errors.ts'
import type { StandinRules } from './standin-rules.ts'

const Kind = { auth: 0, bind: 1, unbind: 2, heartbeat: 0xffffffff } as const

type Session = {
  readonly mux: Mux
  heartbeatLimitMs: number
  silence: ReturnType<typeof setTimeout> | null
}
type Answer = Readonly<Record<string, unknown>>

type Deps = {
  readonly endpoints: Endpoints
  readonly rules: StandinRules
  readonly onChange: () => void
}

/** The agents that are connected: their requests and their heartbeats. */
export function createAgentSessions({ endpoints, rules, onChange }: Deps) {
  const sessions = new Set<Session>()

  function answer(kind: number, request: unknown, session: Session): Answer {
    if (kind === Kind.bind) return bind(BindRequest.parse(request), session.mux, endpoints)
    if (kind === Kind.unbind) endpoints.unbind(UnbindRequest.parse(request).Id)
    if (kind !== Kind.auth) return {}
    const auth = AuthRequest.parse(request)
    const error = authFault(rules, auth.Extra.AuthToken, sessions.size)
    if (error !== null) return { Error: error }
    session.heartbeatLimitMs = (auth.Extra.HeartbeatInterval + auth.Extra.HeartbeatTolerance) / 1e6
    sessions.add(session)
    expectHeartbeat(session)
    return welcome(auth)
  }

  function takeStream(session: Session, kind: number, stream: MuxStream): void {
    if (kind === Kind.heartbeat) {
      stream.on('data', (bytes: Buffer) => {
        expectHeartbeat(session)
        if (rules.answersHeartbeats) stream.write(bytes)
      })
      return
    }
    readRequest(stream, (request) => {
      if (kind === Kind.bind && !rules.answersBind) return
      // The agent reads the answer to its end.
      stream.end(JSON.stringify(answer(kind, request, session)))
      onChange()
    })
  }

  return {
    count: () => sessions.size,
    take(socket: TLSSocket): void {
      const mux: Mux = createMux({
        socket,
        onStream: (kind, stream) => takeStream(session, kind, stream),
        onClose: () => {
          if (session.silence !== null) clearTimeout(session.silence)
          sessions.delete(session)
          endpoints.lost(mux)
          onChange()
        },
      })
      const session: Session = { mux, heartbeatLimitMs: 0, silence: null }
    },
    drop() {
      for (const { mux } of [...sessions]) mux.drop()
    },
  }
}

function bind(request: BindRequest, mux: Mux, endpoints: Endpoints): Answer {
  const bound = endpoints.bind(request, mux)
  if ('error' in bound) return { Error: bound.error }
  const { id, host, url, token } = bound.endpoint
  return {
    Id: id,
    URL: url,
    Proto: request.Proto,
    Opts: { ...request.Opts, Hostname: host, Domain: host },
    Extra: { Token: token },
  }
}

function welcome({ Version, ClientId }: AuthRequest): Answer {
  return {
    Version: Version[0],
    ClientId: ClientId === '' ? newId('ts_') : ClientId,
    Extra: { Version: 'stand-in', Region: 'local', Cookie: newId('ck_'), AccountName: 'Stand-in' },
  }
}

/** An agent that closes its session only falls silent, so silence has to end it here. */
function expectHeartbeat(session: Session): void {
  if (session.silence !== null) clearTimeout(session.silence)
  if (session.heartbeatLimitMs === 0) return
  session.silence = setTimeout(session.mux.drop, session.heartbeatLimitMs)
  session.silence.unref()
}

function authFault(rules: StandinRules, token: string, sessions: number): string | null {
  if (token === '') return serviceErrors.noToken()
  if (!rules.authtokens.includes(token)) {
    return token.length < rules.shortestToken
      ? serviceErrors.malformedToken(token)
      : serviceErrors.invalidToken(token)
  }
  return sessions >= rules.maxSessions ? serviceErrors.agentLimit(rules.maxSessions) : null
}

function newId(prefix: string): string {
  return prefix + randomBytes(12).toString('hex')
}
