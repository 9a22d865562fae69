import type { SimulatorState } from '#shared/simulator.ts'

/** The simulator where there is one to show. */
export type RunningSimulator = Extract<SimulatorState, { state: 'running' }>
