import { onTestFinished } from 'vitest'
import type { SignatureJudge } from '#electron/store/derive.ts'
import type { StoredReply } from '#electron/store/replies.ts'
import { createStore } from '#electron/store/store.ts'
import type { StoreEvent } from '#electron/store/store-events.ts'
import type { CallbackRow } from '#shared/callback.ts'
import type { Reply } from '#shared/reply.ts'
import { recordedLog } from './recorded-log.ts'
import { replyDraft } from './reply-draft.ts'
import { tempFolder } from './temp-folder.ts'
import { threadsInProcess } from './threads-in-process.ts'

const unsigned: SignatureJudge = () => ({ state: 'unsigned', jti: null })

/** A store that keeps what it publishes. */
export async function openStore({ folder = tempFolder(), judge = unsigned } = {}) {
  const { log, lines } = recordedLog()
  const published = { rows: [] as CallbackRow[], replies: [] as Reply[], events: [] as StoreEvent[] }
  const store = await createStore({
    folder,
    startThread: threadsInProcess(judge),
    secrets: null,
    durability: 'power-loss',
    onEvent(event) {
      published.events.push(event)
      if (event.kind === 'derived') published.rows.push(...(event.rows ?? []))
      if (event.kind === 'reply') published.replies.push(event.reply)
    },
    log,
  })
  let isOpen = true
  const close = async () => {
    if (isOpen) await store.dispose()
    isOpen = false
  }
  onTestFinished(close)
  return {
    store,
    folder,
    published,
    logLines: lines,
    close,
    allRows: () => store.search([], { order: 'newest', behindSeq: null, limit: 500 }),
  }
}

/** A reply that was accepted as `messageUuid`. */
export function acceptedReply(messageUuid: string, change: Partial<StoredReply> = {}): StoredReply {
  return {
    id: `reply-${messageUuid}`,
    profileId: 'simulator',
    profileName: 'Simulator',
    sentAtMs: 1_000,
    draft: replyDraft(),
    url: 'http://127.0.0.1/v1/messages',
    requestBody: '{}',
    outcome: {
      kind: 'accepted',
      httpStatus: 202,
      messageUuid,
      workflowId: null,
      responseBody: '{}',
      durationMs: 1,
    },
    ...change,
  }
}
