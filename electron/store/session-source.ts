import type { ReplaySelection } from '#shared/replay.ts'
import type { callThread } from './call-thread.ts'
import type { SelectedCallback, SelectionBounds } from './replay-selection.ts'
import type { StoredReply } from './replies.ts'
import type { ReplyPlace, SessionCallback, SessionExtent } from './session-reader.ts'
import type { StoreReader } from './store-reader.ts'

/** What is to be in a file of a session: everything, or the callbacks of a selection with their repeats. */
export type SessionSelection = { readonly kind: 'all' } | ReplaySelection

/** A session as it was at one moment: what comes in later is not part of it. */
export type SessionSource = {
  /** How many callbacks there are; repeats of selected ones come on top. */
  readonly count: number
  /** In order of capture, a slice at a time: the next one is read when it is asked for. */
  readonly callbacks: () => AsyncGenerator<readonly SessionCallback[]>
  /** In order of sending; of a selection those whose statuses are in it. */
  readonly replies: () => AsyncGenerator<StoredReply>
}

type Reader = Pick<ReturnType<typeof callThread<StoreReader>>, 'call'>

const BEFORE_ALL: ReplyPlace = { sentAtMs: Number.MIN_SAFE_INTEGER, rowid: 0 }

/** Reads sessions through the reader's thread. Opening one throws BAD_FILTER. */
export function createSessionSource(reader: Reader, countAll: () => number) {
  /** Repeats come later than the events they repeat, so each waits for its place. */
  async function* selectedSeqs(extent: NonNullable<SessionExtent>, bounds: SelectionBounds) {
    const lastSeq = bounds.last?.seq ?? 0
    let waiting: readonly number[] = []
    for (let behindSeq: number | null = null; ; ) {
      const slice: readonly SelectedCallback[] = await reader.call('selectionSlice', [extent, behindSeq])
      const events = slice.map(({ seq }) => seq).filter((seq) => seq <= lastSeq)
      const end: number | undefined = events.at(-1)
      if (end === undefined) break
      const repeats = await reader.call('sessionRepeats', [events])
      const known = [...new Set([...waiting, ...events, ...repeats])].toSorted((a, b) => a - b)
      yield known.filter((seq) => seq <= end)
      waiting = known.filter((seq) => seq > end)
      behindSeq = end
    }
    yield waiting
  }

  async function* records(seqs: AsyncGenerator<readonly number[], unknown>) {
    for await (const some of seqs) {
      for (let at = 0; at < some.length; ) {
        const { taken, callbacks } = await reader.call('sessionRecords', [some.slice(at)])
        yield callbacks
        at += taken
      }
    }
  }

  async function* replies(extent: SessionExtent): AsyncGenerator<StoredReply> {
    for (let place: ReplyPlace | null = BEFORE_ALL; place !== null; ) {
      const some: { readonly replies: readonly StoredReply[]; readonly behind: ReplyPlace | null } =
        await reader.call('sessionReplies', [extent, place])
      yield* some.replies
      place = some.behind
    }
  }

  return async (selection: SessionSelection): Promise<SessionSource> => {
    if (selection.kind === 'all') {
      const lastSeq = await reader.call('sessionLastSeq', [])
      return {
        count: countAll(),
        callbacks: () => records(everySeq(reader, lastSeq)),
        replies: () => replies(null),
      }
    }
    const extent = await reader.call('resolveSelection', [selection])
    const bounds = await reader.call('selectionBounds', [extent])
    return {
      count: bounds.count,
      callbacks: () => records(selectedSeqs(extent, bounds)),
      replies: () => replies(extent),
    }
  }
}

async function* everySeq(reader: Reader, lastSeq: number): AsyncGenerator<readonly number[]> {
  for (let behind = 0; ; ) {
    const seqs: readonly number[] = await reader.call('sessionSeqs', [behind])
    yield seqs.filter((seq) => seq <= lastSeq)
    const end = seqs.at(-1) ?? lastSeq
    if (end >= lastSeq) return
    behind = end
  }
}
