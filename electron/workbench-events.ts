import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { contract } from '#shared/contract.ts'
import type { WorkbenchState } from '#shared/workbench-state.ts'
import { createFeed, createLatest } from './bridge/feed.ts'
import type { ContractRunEvent } from './contract-run/contract-runs.ts'

type CallbackEvent = z.input<(typeof contract)['callbackEvents']['event']>
type ChatEvent = z.input<(typeof contract)['chatEvents']['event']>
type ConversationEvent = z.input<(typeof contract)['conversationEvents']['event']>
type ReplayEvent = z.input<(typeof contract)['replayEvents']['event']>
type SessionEvent = z.input<(typeof contract)['sessionEvents']['event']>
type ReplyEvent = z.input<(typeof contract)['replyEvents']['event']>

/** How many batches of rows, and how many replies, a page may miss before it has to load its lists anew. */
const KEPT_EVENTS = 2_000

/** A bubble is told again with each step of its progress. */
const KEPT_BUBBLES = 500

/** What the services tell every page that listens. */
export function createWorkbenchEvents() {
  const epoch = randomUUID()
  return {
    state: createLatest<WorkbenchState>(epoch),
    callbacks: createFeed<CallbackEvent>({ epoch, capacity: KEPT_EVENTS, reset: { kind: 'reset' } }),
    conversations: createFeed<ConversationEvent>({ epoch, capacity: KEPT_EVENTS, reset: { kind: 'reset' } }),
    replays: createFeed<ReplayEvent>({ epoch, capacity: KEPT_EVENTS, reset: { kind: 'reset' } }),
    chat: createFeed<ChatEvent>({ epoch, capacity: KEPT_BUBBLES, reset: { kind: 'reset' } }),
    replies: createFeed<ReplyEvent>({ epoch, capacity: KEPT_EVENTS, reset: { kind: 'reset' } }),
    sessions: createFeed<SessionEvent>({ epoch, capacity: KEPT_BUBBLES, reset: { kind: 'reset' } }),
    /** The empty run stands for "the last run as it is", which whoever passes the events on fills in. */
    contractRuns: createFeed<ContractRunEvent>({
      epoch,
      capacity: KEPT_EVENTS,
      reset: { kind: 'run', run: null },
    }),
  }
}

export type WorkbenchEvents = ReturnType<typeof createWorkbenchEvents>
