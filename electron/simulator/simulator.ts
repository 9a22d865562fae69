import type { Server } from 'node:http'
import { WorkbenchError } from '#shared/errors.ts'
import type { WireError } from '#shared/rpc.ts'
import type { SimulatorState } from '#shared/simulator.ts'
import { closeServer } from '../loopback/close-server.ts'
import { listenOnLoopback } from '../loopback/listen-on-loopback.ts'
import { assembleSimulator } from './assemble.ts'
import type { ChatLog } from './chat-log.ts'
import { createCoalesced } from './coalesce.ts'
import type { People } from './people.ts'
import type { RetryQueue } from './retry-queue.ts'
import type { InboundRequest } from './simulate-inbound.ts'
import type { SimulatorDeps } from './simulator-deps.ts'

export type Simulator = {
  readonly state: () => SimulatorState
  readonly simulateInbound: (request: InboundRequest) => Promise<{ readonly messageUuid: string }>
  readonly people: Pick<People, 'save' | 'remove'>
  readonly chat: Pick<ChatLog, 'all' | 'clear' | 'note'>
  readonly retries: Pick<RetryQueue, 'setSpeed' | 'step' | 'drop'>
  readonly dispose: () => Promise<void>
}

/** Many callbacks at once are one change of what is shown. */
const TELL_EVERY_MS = 50

/**
 * A local Messages API with its Application API, and the Messenger users behind it, over real HTTP on 127.0.0.1. Resolves
 * when it listens, or with the state `failed` when no port could be opened.
 */
export async function createSimulator(deps: SimulatorDeps): Promise<Simulator> {
  const changes = createCoalesced(deps.clock, TELL_EVERY_MS, () => deps.onChange(state()))
  let onChange = changes.tell
  const parts = assembleSimulator(deps, () => onChange())
  const { server, deliveries, requests, statuses, retries, chat, people, simulateInbound } = parts
  const listening = await listen(server, deps)

  function state(): SimulatorState {
    if (!listening.ok) return { state: 'failed', error: listening.error }
    const { port } = listening
    return {
      state: 'running',
      port,
      wantedPort: deps.wantedPort,
      url: `http://127.0.0.1:${port}`,
      people: [...people.all()],
      settings: deps.settings(),
      signsAs: deps.signsAs().name,
      deliveries: [...deliveries.all()],
      requests: [...requests.all()],
      retryClock: retries.view(),
    }
  }

  return {
    state,
    simulateInbound: (request) => (listening.ok ? simulateInbound(request) : Promise.reject(notRunning())),
    people,
    chat,
    retries,
    async dispose() {
      onChange = () => {}
      changes.dispose()
      statuses.dispose()
      retries.dispose()
      if (listening.ok) await closeServer(server)
    },
  }
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
