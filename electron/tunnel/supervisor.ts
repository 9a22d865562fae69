import type { TunnelState } from '#shared/tunnel.ts'
import type { Clock } from './clock.ts'
import type { Driver } from './driver.ts'
import type { SelfTest } from './self-test.ts'
import { TunnelRun } from './tunnel-run.ts'

type Deps = {
  readonly clock: Clock
  /** From 0 to 1. */
  readonly random: () => number
  readonly selfTest: Pick<SelfTest, 'run'>
  readonly onState: (state: TunnelState) => void
}

/** Starts and stops runs of the tunnel, one at a time, and knows the state between them too. */
export function createSupervisor(deps: Deps) {
  let run: TunnelRun | null = null
  let state: TunnelState = { state: 'off' }
  let ending: Promise<void> = Promise.resolve()

  const tell = (next: TunnelState) => {
    state = next
    deps.onState(next)
  }

  return {
    state: () => state,
    /** The last address of this run, whether or not it can be reached now. */
    url: () => run?.url ?? null,
    isRunning: () => run !== null,
    start(driver: Driver): void {
      run ??= new TunnelRun({ ...deps, driver, onState: tell, after: ending })
    },
    /** Ends the run at once, whatever it is doing. Resolves when nothing of it is left. */
    stop(): Promise<void> {
      if (run === null) return ending
      ending = run.stop()
      run = null
      tell({ state: 'off' })
      return ending
    },
    tryNow: () => run?.tryNow(),
    rebuild: () => run?.rebuild(),
  }
}
