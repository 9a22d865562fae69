import type { PersonName } from '#shared/chats.ts'
import type { FileFault } from '#shared/session/session-job.ts'
import type { ReplyRecord, SessionRecord } from '#shared/session/session-record.ts'
import type { ImportedBatch, ImportedCallback } from '../store/imports.ts'
import type { StoredReply } from '../store/replies.ts'
import { importedCallbackOf } from './callback-record.ts'
import { readSessionFile } from './read-file.ts'

/** So many callbacks, or so many bytes of their bodies, share a transaction. */
const BATCH = 500
const BATCH_BYTES = 1024 * 1024
/** More faults are counted, but not told. */
const FAULTS_TOLD = 10
const MOST_NAMES = 5_000

/** What an import has read so far. */
type ImportCounts = {
  readonly callbacks: number
  readonly replies: number
  readonly faults: { readonly count: number; readonly first: readonly FileFault[] }
}

type Deps = {
  readonly save: (batch: ImportedBatch) => Promise<{ readonly replies: number }>
  readonly nameThem: (names: readonly PersonName[]) => void
  readonly onProgress: (counts: ImportCounts) => void
  readonly signal: AbortSignal
}

/**
 * Stores what is in a file while it is read. However it ends, what was good up to there stays, and the counts say how
 * far it came: `onProgress` is told of every batch. Throws FILE_UNREADABLE, FILE_TOO_NEW, STORE_FAILED, and whatever
 * reading the file throws.
 */
export async function importFile(parts: AsyncIterable<Uint8Array>, deps: Deps): Promise<void> {
  const batch = createBatch(deps)
  try {
    for await (const item of readSessionFile(parts)) {
      if (deps.signal.aborted) return
      if (item.kind === 'fault') batch.fault({ place: item.place, what: item.what })
      else await batch.add(item.record)
    }
  } finally {
    await batch.flush()
  }
}

function createBatch({ save, nameThem, onProgress }: Deps) {
  let callbacks: ImportedCallback[] = []
  let replies: StoredReply[] = []
  let bytes = 0
  const names: PersonName[] = []
  const first: FileFault[] = []
  const counts = { callbacks: 0, replies: 0, faults: 0 }

  async function store(): Promise<void> {
    const batch = { callbacks, replies }
    callbacks = []
    replies = []
    bytes = 0
    const isEmpty = batch.callbacks.length + batch.replies.length === 0
    const saved = isEmpty ? { replies: 0 } : await save(batch)
    counts.callbacks += batch.callbacks.length
    counts.replies += saved.replies
    onProgress({ ...counts, faults: { count: counts.faults, first: [...first] } })
  }

  return {
    async add(record: SessionRecord): Promise<void> {
      if (record.kind === 'person') {
        if (names.length < MOST_NAMES) names.push({ psid: record.psid, name: record.name })
        return
      }
      if (record.kind === 'reply') replies.push(storedReplyOf(record))
      else {
        const callback = importedCallbackOf(record)
        bytes += callback.intake.body.length
        callbacks.push(callback)
      }
      if (callbacks.length + replies.length >= BATCH || bytes >= BATCH_BYTES) await store()
    },
    fault(fault: FileFault): void {
      counts.faults += 1
      if (first.length < FAULTS_TOLD) first.push(fault)
    },
    async flush(): Promise<void> {
      await store()
      if (names.length > 0) nameThem(names)
    },
  }
}

function storedReplyOf({ kind: _, ...reply }: ReplyRecord): StoredReply {
  return reply
}
