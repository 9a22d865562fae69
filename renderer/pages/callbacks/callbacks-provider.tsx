import { createContext, type ReactNode, useCallback, useEffect, useMemo, useReducer, useRef } from 'react'
import type { CallbackRow } from '#shared/callback.ts'
import { useRequired } from '../../components/use-required.ts'
import { type Desk, desk, emptyDesk, newestInbound } from './desk.ts'
import type { ReplyFields } from './reply-form-state.ts'
import { useArrivalAnnouncement } from './use-arrival-announcement.ts'
import { type CallbackList, useCallbackFeed } from './use-callback-feed.ts'

type DeskControls = {
  readonly desk: Desk
  readonly pick: (row: CallbackRow) => void
  readonly follow: () => void
  readonly edit: (fields: Partial<ReplyFields>) => void
  /** Where the list was scrolled to, kept while another page is shown. */
  readonly listScroll: { current: number }
}

const CallbackListContext = createContext<CallbackList | null>(null)
const DeskContext = createContext<DeskControls | null>(null)

export function useCallbackList(): CallbackList {
  return useRequired(CallbackListContext)
}

export function useDesk(): DeskControls {
  return useRequired(DeskContext)
}

/** Holds what the Callbacks page shows and what is being written there, also while another page is shown. */
export function CallbacksProvider({ children }: { readonly children: ReactNode }) {
  const list = useCallbackFeed()
  const { rows } = list.feed
  const [state, dispatch] = useReducer(desk, emptyDesk)
  const listScroll = useRef(0)
  const newest = newestInbound(rows)
  useArrivalAnnouncement(list.feed)

  useEffect(() => dispatch({ kind: 'arrived', newestInbound: newest }), [newest])

  const pick = useCallback((row: CallbackRow) => dispatch({ kind: 'picked', callback: row }), [])
  const edit = useCallback((fields: Partial<ReplyFields>) => dispatch({ kind: 'edited', fields }), [])
  const follow = useCallback(() => dispatch({ kind: 'follow', newestInbound: newest }), [newest])
  const controls = useMemo(
    () => ({ desk: state, pick, follow, edit, listScroll }),
    [state, pick, follow, edit],
  )
  return (
    <CallbackListContext value={list}>
      <DeskContext value={controls}>{children}</DeskContext>
    </CallbackListContext>
  )
}
