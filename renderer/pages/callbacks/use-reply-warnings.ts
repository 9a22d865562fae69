import { useMemo } from 'react'
import { type ReplyField, type ReplyWarning, replyWarnings } from '#shared/messenger/reply-warnings.ts'
import { useWorkbenchState } from '../../state/workbench-state.tsx'
import { useCallbackList } from './callbacks-provider.tsx'
import type { DraftReading } from './reply-draft.ts'
import type { ReplyFields } from './reply-form-state.ts'

export type ReplyWarnings = readonly ReplyWarning[]

/** What may be refused about the reply in the form. While it is no request yet, nothing is said. */
export function useReplyWarnings(reading: DraftReading, fields: ReplyFields): ReplyWarnings {
  const known = useKnownIds()
  if (!reading.ok) return []
  const { webhookUrl, webhookVersion } = fields
  // v0.1 drops these two: that they were filled in is worth a word.
  return replyWarnings({ ...reading.draft, webhookUrl, webhookVersion }, known)
}

/** Ids that the loaded callbacks and the simulator use, by what they are. */
function useKnownIds() {
  const { rows } = useCallbackList().feed
  const { simulator } = useWorkbenchState()
  return useMemo(() => {
    const isRunning = simulator.state === 'running'
    const people = isRunning ? simulator.people : []
    const idsOf = (ids: readonly (string | null)[]) => new Set(ids.filter((id) => id !== null))
    return {
      psids: idsOf([...rows.map(({ psid }) => psid), ...people.map(({ psid }) => psid)]),
      pageIds: idsOf([...rows.map(({ pageId }) => pageId), isRunning ? simulator.settings.pageId : null]),
    }
  }, [rows, simulator])
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
