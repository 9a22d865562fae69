/** A running agent process, whatever kind of process the host makes. */
export type AgentProcess = {
  readonly send: (message: unknown) => void
  /** Ends it at once and without asking. */
  readonly kill: () => void
  /** Resolves when it is gone. */
  readonly ended: Promise<void>
}

/** Starts the agent process. Throws when the host cannot. */
export type StartAgent = (onMessage: (message: unknown) => void) => AgentProcess
