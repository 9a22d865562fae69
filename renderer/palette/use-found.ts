import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { CallbackRow } from '#shared/callback.ts'
import type { Conversation } from '#shared/chats.ts'
import type { WireError } from '#shared/rpc.ts'
import { useWorkbench } from '../bridge/workbench-client.tsx'
import { explanationOf } from '../state/explanation-of.ts'
import { callbackFilter } from './callback-filter.ts'
import type { PaletteText } from './palette-text.ts'
import { useSettled } from './use-settled.ts'

const TYPING_PAUSE_MS = 120
/** Beside the commands, and where nothing else is looked for. */
const FEW = 5
const MANY = 30

type Found = {
  readonly callbacks: readonly CallbackRow[]
  readonly conversations: readonly Conversation[]
  /** The filter that found the callbacks. */
  readonly filter: string
  readonly isLooking: boolean
  readonly error: WireError | null
}

/** The callbacks and conversations that fit what is written, once there is a pause in the writing. */
export function useFound(written: PaletteText): Found {
  const wanted = useSettled(written, TYPING_PAUSE_MS)
  const callbacks = useCallbacks(wanted)
  const conversations = useConversations(wanted)
  // What was found in another way is no answer, not even for a moment.
  const isOther = wanted.mode !== written.mode
  const failed = callbacks.error ?? conversations.error
  const isAsking = callbacks.isFetching || conversations.isFetching
  return {
    callbacks: isOther ? [] : callbacks.rows,
    conversations: isOther ? [] : conversations.conversations,
    filter: callbacks.filter ?? '',
    isLooking: isAsking || wanted !== written,
    error: failed === null ? null : explanationOf(failed),
  }
}

function useCallbacks(wanted: PaletteText) {
  const { callbackPage } = useWorkbench()
  // Times in a filter count from when it is written.
  const filter = useMemo(() => callbackFilter(wanted, Date.now()), [wanted])
  const { data, isFetching, error } = useQuery({
    queryKey: ['palette-callbacks', filter],
    queryFn: () => callbackPage({ filter: filter ?? '', order: 'newest', behindSeq: null, limit: MANY }),
    enabled: filter !== null,
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  const rows = filter === null ? [] : (data?.rows ?? [])
  return { rows: shownRows(rows, wanted), filter, isFetching, error }
}

/** A message_uuid is looked for in every text of a callback; what has it elsewhere is not meant. */
function shownRows(rows: readonly CallbackRow[], { mode, text }: PaletteText): readonly CallbackRow[] {
  if (mode !== 'messages') return rows.slice(0, FEW)
  return rows.filter(({ messageUuid }) => messageUuid?.toLowerCase().startsWith(text.toLowerCase()))
}

function useConversations({ mode, text }: PaletteText) {
  const { conversationPage } = useWorkbench()
  const isWanted = mode === 'people' || (mode === 'everything' && text !== '')
  const limit = mode === 'people' ? MANY : FEW
  const { data, isFetching, error } = useQuery({
    queryKey: ['palette-conversations', text, limit],
    queryFn: () => conversationPage({ text, behind: null, limit }),
    enabled: isWanted,
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  return { conversations: isWanted ? (data?.conversations ?? []) : [], isFetching, error }
}
