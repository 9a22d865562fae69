import { WorkbenchError } from '#shared/errors.ts'
import type { ListenerState } from '#shared/workbench-state.ts'
import { wireError } from './bridge/wire-error.ts'
import type { Listener } from './listener/listener.ts'

type Deps = {
  readonly create: (wantedPort: number) => Promise<Listener>
  readonly onChange: () => void
}

/** The listener over the life of the app: started, moved to another port, or failed with its explanation. */
export function createListening({ create, onChange }: Deps) {
  let listener: Listener | null = null
  let state: ListenerState = { state: 'failed', error: notStarted }

  let lastMove: Promise<void> = Promise.resolve()

  /** One move after the other: two at once would leave a listener behind that nobody closes. */
  function inTurn(move: () => Promise<void>): Promise<void> {
    lastMove = lastMove.then(move, move)
    return lastMove
  }

  async function close(): Promise<void> {
    const running = listener
    listener = null
    await running?.dispose()
  }

  async function open(wantedPort: number): Promise<void> {
    await close()
    try {
      listener = await create(wantedPort)
      const { port, inboundUrl, statusUrl } = listener
      state = { state: 'listening', port, wantedPort, inboundUrl, statusUrl }
    } catch (error) {
      state = { state: 'failed', error: wireError(error) }
    }
    onChange()
  }

  return {
    state: () => state,
    port: () => listener?.port ?? null,
    urls: () => (listener === null ? null : { inbound: listener.inboundUrl, status: listener.statusUrl }),
    /** Listens at another port. A failure becomes the state: the page shows it and stays usable. */
    start: (wantedPort: number) => inTurn(() => open(wantedPort)),
    stop: () => inTurn(close),
  }
}

const notStarted = new WorkbenchError({
  code: 'LISTENER_NOT_RUNNING',
  what: 'The listener is not running.',
  why: 'The app is starting or stopping.',
  fix: 'Wait a moment.',
}).explanation
