import type { KnownIds } from '#shared/messenger/id-warnings.ts'
import { type ReplyFacts, replyFacts } from '#shared/messenger/reply-facts.ts'
import { type ReplyField, type ReplyWarning, replyWarnings } from '#shared/messenger/reply-warnings.ts'
import { useWorkbenchState } from '../../state/workbench-state.tsx'
import { useFeed } from './feed-store.ts'
import type { DraftReading } from './reply-draft.ts'
import type { ReplyFields } from './reply-form-state.ts'

export type ReplyWarnings = readonly ReplyWarning[]

/** What may be refused about the reply in the form. While it is no request yet, nothing is said. */
export function useReplyWarnings(reading: DraftReading, fields: ReplyFields): ReplyWarnings {
  const known = useKnownIds(reading.ok ? replyFacts(reading.draft) : null)
  if (!reading.ok) return []
  const { webhookUrl, webhookVersion } = fields
  // v0.1 drops these two: that they were filled in is worth a word.
  return replyWarnings({ ...reading.draft, webhookUrl, webhookVersion }, known)
}

/** Of the ids in the reply those that the loaded callbacks use, and all of the simulator, by what they are. */
function useKnownIds(facts: ReplyFacts | null): KnownIds {
  const { simulator } = useWorkbenchState()
  const isRunning = simulator.state === 'running'
  const people = isRunning ? simulator.people : []
  const psids = [useListed('psid', facts?.from), useListed('psid', facts?.to)]
  const pageIds = [useListed('pageId', facts?.from), useListed('pageId', facts?.to)]
  const idsOf = (ids: readonly (string | null)[]) => new Set(ids.filter((id) => id !== null))
  return {
    psids: idsOf([...psids, ...people.map(({ psid }) => psid)]),
    pageIds: idsOf([...pageIds, isRunning ? simulator.settings.pageId : null]),
  }
}

/** The id, if a loaded callback has it in this place. */
function useListed(place: 'psid' | 'pageId', id: unknown): string | null {
  return useFeed(({ rows }) => (typeof id === 'string' && rows.some((row) => row[place] === id) ? id : null))
}

/** The hint of a field: its warnings in one text, and how they look. Null where there is nothing to say. */
export function warningOf(warnings: ReplyWarnings, field: ReplyField) {
  const own = warnings.filter((warning) => warning.field === field)
  if (own.length === 0) return null
  const isDoubtful = own.some(({ kind }) => kind === 'doubt')
  return {
    hint: own.map(({ text }) => text).join(' '),
    hintTone: isDoubtful ? ('warn' as const) : ('neutral' as const),
  }
}
