import { WorkbenchError } from '#shared/errors.ts'
import type { SimulatorState } from '#shared/simulator.ts'
import { wireError } from './bridge/wire-error.ts'
import type { Simulator } from './simulator/simulator.ts'

type Ports = { readonly wantedPort: number; readonly avoidPorts: readonly number[] }

type Deps = {
  readonly create: (ports: Ports) => Promise<Simulator>
  readonly onChange: () => void
}

/** The simulator over the life of the app: running, or failed with its explanation. */
export function createSimulating({ create, onChange }: Deps) {
  let simulator: Simulator | null = null
  let error = notRunning().explanation

  return {
    state: (): SimulatorState => simulator?.state() ?? { state: 'failed', error },
    port: () => portOf(simulator?.state()),
    url: () => urlOf(simulator?.state()),
    /** The running simulator. Throws SIMULATOR_NOT_RUNNING. */
    running(): Simulator {
      if (simulator === null) throw new WorkbenchError(error)
      const state = simulator.state()
      if (state.state === 'failed') {
        throw new WorkbenchError({ ...notRunning().explanation, why: state.error.what })
      }
      return simulator
    },
    /** Adds a step to a message of the chat, where it is one of the chat. */
    noteInChat: (...step: Parameters<Simulator['chat']['note']>) => simulator?.chat.note(...step),
    async start(wantedPort: number, avoidPorts: readonly (number | null)[]): Promise<void> {
      try {
        simulator = await create({ wantedPort, avoidPorts: avoidPorts.filter((port) => port !== null) })
      } catch (cause) {
        error = { ...notRunning().explanation, why: wireError(cause).what }
      }
      onChange()
    },
    async stop(): Promise<void> {
      await simulator?.dispose()
    },
  }
}

function portOf(state: SimulatorState | undefined): number | null {
  return state?.state === 'running' ? state.port : null
}

function urlOf(state: SimulatorState | undefined): string | null {
  return state?.state === 'running' ? state.url : null
}

function notRunning(): WorkbenchError {
  return new WorkbenchError({
    code: 'SIMULATOR_NOT_RUNNING',
    what: 'The simulator is not running.',
    why: 'The app is starting.',
    fix: 'Free a port near 4181 and restart the app. Profiles of Vonage applications work without it.',
  })
}
