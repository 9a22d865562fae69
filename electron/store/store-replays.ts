import type { DatabaseSync } from 'node:sqlite'
import type { ReplaySelection } from '#shared/replay.ts'
import type { callThread } from './call-thread.ts'
import { createReplayRuns, type ResultQuery } from './replay-runs.ts'
import { selectedFrom } from './replay-selection.ts'
import type { StoreReader } from './store-reader.ts'

type Reader = Pick<ReturnType<typeof callThread<StoreReader>>, 'call'>

/** The runs of replays, which stand apart from all the rest, and the callbacks that a selection means. */
export function replaysOf(db: DatabaseSync, reader: Reader) {
  return {
    ...createReplayRuns(db),
    results: (query: ResultQuery) => reader.call('replayResults', [query]),
    /** Throws BAD_FILTER. */
    async select(selection: ReplaySelection) {
      const resolved = await reader.call('resolveSelection', [selection])
      return selectedFrom(await reader.call('selectionBounds', [resolved]), (behindSeq) =>
        reader.call('selectionSlice', [resolved, behindSeq]),
      )
    },
  }
}
