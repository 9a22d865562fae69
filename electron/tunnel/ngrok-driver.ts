import { type TunnelFailure, tunnelFailureOf, withoutAuthtoken } from '#shared/tunnel/tunnel-failure.ts'
import { AgentEvent, type ConnectRequest } from './agent-messages.ts'
import type { Clock } from './clock.ts'
import type { Driver, Link, LinkEvents } from './driver.ts'
import type { AgentProcess, StartAgent } from './start-agent.ts'

type Options = Pick<ConnectRequest, 'authtoken' | 'domain' | 'serverAddress' | 'caCertPath'>

type Deps = {
  readonly startAgent: StartAgent
  readonly clock: Clock
  readonly options: Options
  /** Where the listener listens now; null: nowhere. */
  readonly upstreamPort: () => number | null
}

/** For starting the process and reaching the service, and again for getting an address. */
const STEP_LIMIT_MS = 10_000
const HEARTBEATS_MISSED_MAX = 2
const HEARTBEAT = { heartbeatIntervalS: 10, heartbeatToleranceS: 5 } as const

/** ngrok's SDK in a process of its own per link. The SDK has no limits of its own: they are here. */
export function createNgrokDriver({ startAgent, clock, options, upstreamPort }: Deps): Driver {
  return {
    open(events, formerUrl) {
      const port = upstreamPort()
      if (port === null) return failedLink(events, { kind: 'no-listener' })
      const request: ConnectRequest = {
        ...options,
        ...HEARTBEAT,
        t: 'connect',
        upstreamPort: port,
        formerDomain: formerUrl === null ? '' : new URL(formerUrl).hostname,
      }
      try {
        return openLink({ startAgent, clock, request, events })
      } catch (error) {
        return failedLink(events, { kind: 'agent', message: String(error) })
      }
    },
  }
}

type LinkDeps = Pick<Deps, 'startAgent' | 'clock'> & {
  readonly request: ConnectRequest
  readonly events: LinkEvents
}

/** Throws when the process cannot be started. */
function openLink(deps: LinkDeps): Link {
  const agent = deps.startAgent((message) => talk.take(message))
  const talk = talkTo(agent, deps)
  return {
    close: () => {
      talk.end()
      return agent.ended
    },
  }
}

/** The talk with one agent process, up to its end. */
function talkTo(agent: AgentProcess, { clock, request, events }: LinkDeps) {
  let isOver = false
  let missedHeartbeats = 0
  let stopStepTimer = () => {}

  const end = () => {
    isOver = true
    stopStepTimer()
    agent.kill()
  }
  const fail = (failure: TunnelFailure) => {
    if (isOver) return
    end()
    events.onFailed(failure)
  }
  const limit = (step: 'connect' | 'bind') => {
    stopStepTimer()
    stopStepTimer = clock.after(STEP_LIMIT_MS, () => fail({ kind: 'timeout', step, limitMs: STEP_LIMIT_MS }))
  }
  const countHeartbeat = (latencyMs: number | null) => {
    missedHeartbeats = latencyMs === null ? missedHeartbeats + 1 : 0
    if (missedHeartbeats >= HEARTBEATS_MISSED_MAX) fail({ kind: 'silent' })
  }
  const clean = (text: string) => withoutAuthtoken(text, request.authtoken)

  function take(event: AgentEvent): void {
    if (event.t === 'ready') agent.send(request)
    else if (event.t === 'connected') limit('bind')
    else if (event.t === 'closed') events.onLost()
    else if (event.t === 'heartbeat') countHeartbeat(event.latencyMs)
    else if (event.t === 'stopped') fail({ kind: 'stopped', message: clean(event.message) })
    else if (event.t === 'failed') fail(tunnelFailureOf(clean(event.message), event.errorCode))
    else {
      stopStepTimer()
      events.onUrl(event.url)
    }
  }

  limit('connect')
  agent.ended.then(
    () => fail({ kind: 'agent', message: 'It ended by itself.' }),
    (error: unknown) => fail({ kind: 'agent', message: String(error) }),
  )
  return {
    end,
    take(message: unknown) {
      const event = AgentEvent.safeParse(message)
      if (event.success && !isOver) take(event.data)
    },
  }
}

/** A link that could not even begin. It says so after it was handed out. */
function failedLink(events: LinkEvents, failure: TunnelFailure): Link {
  let isOver = false
  queueMicrotask(() => {
    if (!isOver) events.onFailed(failure)
  })
  return {
    close: async () => {
      isOver = true
    },
  }
}
