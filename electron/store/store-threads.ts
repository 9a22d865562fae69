import type { WorkbenchError } from '#shared/errors.ts'
import type { Log } from '../log/log.ts'
import { callThread } from './call-thread.ts'
import type { Indexer } from './indexer.ts'
import type { ThreadEvent } from './store-events.ts'
import type { StoreReader } from './store-reader.ts'
import type { StartStoreThread } from './store-thread.ts'

type Deps<Secrets> = {
  readonly folder: string
  readonly start: StartStoreThread
  readonly secrets: Secrets
  readonly onEvent: (event: ThreadEvent) => void
  readonly onGivenUp: (error: WorkbenchError) => void
  readonly log: Log
}
type IndexerCalls<Secrets> = Indexer & { readonly setSecrets: (secrets: Secrets) => void }

/** Opens the files of a data folder in the thread that derives and in the one that answers. Rejects with STORE_FAILED. */
export async function openStoreThreads<Secrets>(deps: Deps<Secrets>) {
  const { folder, start, onEvent, log } = deps
  let secrets = deps.secrets
  const common = {
    ...{ start, onEvent },
    nowMs: () => performance.now(),
    onTrouble: (err: Error) => log.error({ err }, 'A thread of the store failed.'),
    onGivenUp(err: WorkbenchError) {
      log.error({ err }, 'A thread of the store ended too often.')
      deps.onGivenUp(err)
    },
  }

  const indexer = callThread<IndexerCalls<Secrets>>(
    { role: 'indexer', folder },
    { ...common, onRestarted: begin },
  )
  await indexer.opened
  const reader = callThread<StoreReader>(
    { role: 'reader', folder },
    { ...common, onRestarted: () => undefined },
  )
  await reader.opened

  function begin(): void {
    indexer.tell('setSecrets', [secrets])
    indexer.tell('start', [])
  }

  return {
    ...{ indexer, reader },
    /** Derives what earlier runs left. */
    begin,
    /** Derives every row anew, with these secrets. */
    async rebuild(wanted: Secrets): Promise<void> {
      secrets = wanted
      await indexer.call('setSecrets', [wanted])
      await indexer.call('rebuild', [])
    },
    async close(): Promise<void> {
      await reader.close()
      await indexer.close()
    },
  }
}
