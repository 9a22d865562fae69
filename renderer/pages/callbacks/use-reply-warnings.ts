import { useState } from 'react'
import type { CallbackRow } from '#shared/callback.ts'
import type { KnownIds } from '#shared/messenger/id-warnings.ts'
import { type ReplyFacts, replyFacts } from '#shared/messenger/reply-facts.ts'
import { type ReplyField, type ReplyWarning, replyWarnings } from '#shared/messenger/reply-warnings.ts'
import { useWorkbenchState } from '../../state/workbench-state.tsx'
import { useFeed } from './feed-store.ts'
import type { DraftReading } from './reply-draft.ts'
import type { ReplyFields } from './reply-form-state.ts'

type Place = 'psid' | 'pageId'

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
function useListed(place: Place, id: unknown): string | null {
  const [isListed] = useState(createListedLook)
  return useFeed(({ rows }) => (typeof id === 'string' && isListed(rows, place, id) ? id : null))
}

/** Looks through the rows once for each answer: it is asked for far more often than the rows change. */
function createListedLook() {
  let last: readonly [rows: readonly CallbackRow[], place: Place, id: string, answer: boolean] | null = null
  return (rows: readonly CallbackRow[], place: Place, id: string): boolean => {
    if (last !== null && last[0] === rows && last[1] === place && last[2] === id) return last[3]
    const answer = rows.some((row) => row[place] === id)
    last = [rows, place, id, answer]
    return answer
  }
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
