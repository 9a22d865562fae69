import type { WorkbenchContract } from '#shared/contract.ts'
import type { Handlers } from '#shared/rpc.ts'
import { createHandlers } from './handlers/handlers.ts'
import { openServices } from './services.ts'
import type { Sessions } from './session/sessions.ts'
import type { WorkbenchConfig } from './workbench-config.ts'

export type Workbench = {
  readonly handlers: Handlers<WorkbenchContract>
  /** Where the servers listen; null for one that could not be started. */
  readonly urls: () => {
    readonly inbound: string | null
    readonly status: string | null
    readonly simulator: string | null
  }
  /** Files that the page fetches or sends. */
  readonly transfers: Pick<Sessions, 'takeExport' | 'takeImport'>
  /** Stops accepting, ends the servers, writes what is still waiting, releases the data folder. */
  readonly dispose: () => Promise<void>
}

/**
 * Puts the services together: config in, contract out. Every host runs this and nothing else.
 * Throws DATA_FOLDER_IN_USE, STORE_TOO_NEW or STORE_FAILED; a port that cannot be had is a state, not an error.
 */
export async function createWorkbench(config: WorkbenchConfig): Promise<Workbench> {
  const cleanup = new AsyncDisposableStack()
  try {
    const services = await openServices(config, cleanup)
    return {
      handlers: createHandlers(services),
      urls: () => ({
        inbound: services.listening.urls()?.inbound ?? null,
        status: services.listening.urls()?.status ?? null,
        simulator: services.simulating.url(),
      }),
      transfers: services.sessions,
      dispose: () => cleanup.disposeAsync(),
    }
  } catch (error) {
    await cleanup.disposeAsync()
    throw error
  }
}
