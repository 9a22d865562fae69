import type { Server } from 'node:http'
import { WorkbenchError } from '#shared/errors.ts'
import type { WireError } from '#shared/rpc.ts'
import type { SimulatedPerson, SimulatorSettings, SimulatorState } from '#shared/simulator.ts'
import { createHttpPoster } from '../http/create-http-poster.ts'
import type { Log } from '../log/log.ts'
import { closeServer } from '../loopback/close-server.ts'
import { listenOnLoopback } from '../loopback/listen-on-loopback.ts'
import { createAcceptMessage } from './accept-message.ts'
import { createApiServer } from './api-server.ts'
import { createApplicationApi } from './application-api.ts'
import { createApplications } from './applications.ts'
import { createAuthorize } from './authorize.ts'
import { createDeliverCallback } from './deliver-callback.ts'
import { createDeliveryLog } from './delivery-log.ts'
import { createStatusReporter } from './report-statuses.ts'
import { createSimulateInbound, type InboundRequest } from './simulate-inbound.ts'
import type { SimulatorApplication } from './simulator-application.ts'
import { type StatusDelays, USUAL_DELAYS } from './status-sequence.ts'

/** Vonage's own limits for the receiver of a callback. Source: Vonage support article on webhook timeouts. */
const CALLBACK_TIMEOUTS = { connectTimeoutMs: 3_000, timeoutMs: 15_000 }

export type SimulatorDeps = {
  readonly wantedPort: number
  /** Ports of the other servers of this app. */
  readonly avoidPorts: readonly number[]
  readonly application: SimulatorApplication
  /** Where inbound messages go; null while there is no listener. */
  readonly inboundUrl: () => string | null
  /** Where statuses go; null while there is no listener. */
  readonly statusUrl: () => string | null
  readonly settings: () => SimulatorSettings
  readonly people: () => readonly SimulatedPerson[]
  /** Name of the profile it signs as. */
  readonly signsAs: () => string
  readonly nowMs: () => number
  readonly newUuid: () => string
  readonly onChange: (state: SimulatorState) => void
  readonly delaysMs?: StatusDelays
  readonly log?: Log
}

export type Simulator = {
  readonly state: () => SimulatorState
  readonly simulateInbound: (request: InboundRequest) => Promise<{ readonly messageUuid: string }>
  readonly dispose: () => Promise<void>
}

/**
 * A local Messages API with its Application API, and the Messenger users behind it, over real HTTP on 127.0.0.1. Resolves when it listens, or
 * with the state `failed` when no port could be opened.
 */
export async function createSimulator(deps: SimulatorDeps): Promise<Simulator> {
  let isDisposed = false
  const poster = createHttpPoster(CALLBACK_TIMEOUTS)
  const parts = assemble(deps, poster, () => {
    if (!isDisposed) deps.onChange(state())
  })
  const { server, deliveries, statuses, simulateInbound } = parts
  const listening = await listen(server, deps)

  function state(): SimulatorState {
    if (!listening.ok) return { state: 'failed', error: listening.error }
    const { port } = listening
    return {
      state: 'running',
      port,
      wantedPort: deps.wantedPort,
      url: `http://127.0.0.1:${port}`,
      pageId: deps.application.pageId,
      people: [...deps.people()],
      settings: deps.settings(),
      signsAs: deps.signsAs(),
      deliveries: [...deliveries.all()],
      retryClock: { speed: 1, clockMs: deps.nowMs(), atMs: deps.nowMs(), due: [], dueCount: 0 },
    }
  }

  return {
    state,
    simulateInbound: (request) => (listening.ok ? simulateInbound(request) : Promise.reject(notRunning())),
    async dispose() {
      isDisposed = true
      statuses.dispose()
      await Promise.all([poster.dispose(), listening.ok ? closeServer(server) : undefined])
    },
  }
}

function assemble(deps: SimulatorDeps, poster: ReturnType<typeof createHttpPoster>, onChange: () => void) {
  const { application, nowMs, newUuid } = deps
  const callbackVersion = () => deps.settings().callbackVersion
  const newInstance = () => newUuid().replaceAll('-', '')
  const onError = (error: unknown) => deps.log?.error({ err: error }, 'The simulator failed.')
  const deliveries = createDeliveryLog(onChange)
  const deliver = createDeliverCallback({ application, poster, nowMs, newUuid })
  const common = { pageId: application.pageId, callbackVersion, deliver, deliveries, nowMs, newUuid }
  const statuses = createStatusReporter({
    ...common,
    statusUrl: deps.statusUrl,
    delaysMs: deps.delaysMs ?? USUAL_DELAYS,
    newInstance,
    onError,
  })
  const server = createApiServer({
    authorize: createAuthorize({ application, nowMs, newInstance }),
    acceptMessage: createAcceptMessage({
      pageId: application.pageId,
      newUuid,
      newInstance,
      onAccepted: statuses.report,
    }),
    answerApplications: createApplicationApi({
      account: application,
      applications: createApplications(application),
      newUuid,
      newInstance,
    }),
    newInstance,
    onError,
  })
  const simulateInbound = createSimulateInbound({ ...common, inboundUrl: deps.inboundUrl })
  return { server, deliveries, statuses, simulateInbound }
}

type Listening =
  | { readonly ok: true; readonly port: number }
  | { readonly ok: false; readonly error: WireError }

async function listen(server: Server, deps: SimulatorDeps): Promise<Listening> {
  try {
    return { ok: true, port: await listenOnLoopback(server, deps.wantedPort, deps.avoidPorts) }
  } catch (error) {
    if (error instanceof WorkbenchError) return { ok: false, error: error.explanation }
    throw error
  }
}

function notRunning(): WorkbenchError {
  return new WorkbenchError({
    code: 'SIMULATOR_NOT_RUNNING',
    what: 'No message was simulated.',
    why: 'The simulator is not running: its port could not be opened.',
    fix: 'Restart the app with another simulator port.',
  })
}
