import {
  createContext,
  type ReactNode,
  startTransition,
  useEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from 'react'
import type { CallbackRow } from '#shared/callback.ts'
import type { ConversationId } from '#shared/chats.ts'
import { useRequired } from '../../components/use-required.ts'
import { type Desk, type DeskAction, desk, emptyDesk, newestInbound } from './desk.ts'
import { createFeedStore, FeedStoreContext, useFeed, useFeedStore } from './feed-store.ts'
import type { ListSelection } from './list-selection.ts'
import type { ReplyFields } from './reply-form-state.ts'
import { useArrivalAnnouncement } from './use-arrival-announcement.ts'
import { type CallbackList, useCallbackFeed } from './use-callback-feed.ts'

/** What becomes of the rest of the selection when a row is picked. */
export type PickHow = 'alone' | 'toggle' | 'range' | 'focus-only'

type DeskControls = {
  readonly desk: Desk
  readonly pick: (row: CallbackRow, how?: PickHow) => void
  /** Picks a callback outside of the list, which is to scroll to it. */
  readonly seek: (row: CallbackRow) => void
  /** What the list has still to scroll to. */
  readonly sought: number | null
  readonly endSeek: () => void
  readonly pickAll: () => void
  /** From several selected callbacks back to the one that is shown. */
  readonly pickOnlyShown: () => void
  readonly follow: () => void
  /** On from what was selected, which is not there any more; `next` null: nothing until something comes in. */
  readonly moveOn: (from: ListSelection, next: CallbackRow | null) => void
  readonly edit: (fields: Partial<ReplyFields>) => void
  /** Turns the Reply form to a conversation and writes in it. */
  readonly writeTo: (id: ConversationId, fields?: Partial<ReplyFields>) => void
  /** Empties the text that is written in the conversation when this is still what it says. */
  readonly clearSent: (id: ConversationId, text: string) => void
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
  const [store] = useState(createFeedStore)
  return (
    <FeedStoreContext value={store}>
      <ListProvider>
        <DeskProvider>{children}</DeskProvider>
      </ListProvider>
    </FeedStoreContext>
  )
}

function ListProvider({ children }: { readonly children: ReactNode }) {
  const list = useCallbackFeed()
  useArrivalAnnouncement()
  return <CallbackListContext value={list}>{children}</CallbackListContext>
}

function DeskProvider({ children }: { readonly children: ReactNode }) {
  const { now } = useFeedStore()
  const [state, dispatch] = useReducer(desk, emptyDesk)
  const [sought, setSought] = useState<number | null>(null)

  const newest = useFeed(newestInbound)
  // The row goes first: details and Reply form take longer than a frame to draw.
  useEffect(() => startTransition(() => dispatch({ kind: 'arrived', newestInbound: newest })), [newest])

  // What another filter hides must not be replayed with what it shows.
  const filter = useFeed((feed) => feed.filter)
  const listId = useFeed((feed) => feed.listId)
  const before = useRef({ filter, listId })
  useEffect(() => {
    const isOther = before.current.filter !== filter || before.current.listId !== listId
    if (isOther) dispatch({ kind: 'single' })
    before.current = { filter, listId }
  }, [filter, listId])

  const controls = useMemo(
    () => ({
      pick: (row: CallbackRow, how: PickHow = 'alone') => dispatch(pickAction(row, how, now().rows)),
      seek: (row: CallbackRow) => {
        dispatch({ kind: 'picked', callback: row })
        setSought(row.seq)
      },
      endSeek: () => setSought(null),
      pickAll: () => dispatch({ kind: 'picked-all', rows: now().rows }),
      pickOnlyShown: () => dispatch({ kind: 'single' }),
      moveOn: (from: ListSelection, next: CallbackRow | null) =>
        dispatch({ kind: 'deleted', selection: from, next }),
      writeTo: (to: ConversationId, fields: Partial<ReplyFields> = {}) =>
        dispatch({ kind: 'written', to, fields }),
      clearSent: (to: ConversationId, text: string) => dispatch({ kind: 'sent', to, text }),
      edit: (fields: Partial<ReplyFields>) => dispatch({ kind: 'edited', fields }),
      follow: () => dispatch({ kind: 'follow', newestInbound: newestInbound(now()) }),
    }),
    [now],
  )
  const shown = useMemo(() => ({ desk: state, sought, ...controls }), [state, sought, controls])
  return <DeskContext value={shown}>{children}</DeskContext>
}

function pickAction(callback: CallbackRow, how: PickHow, rows: readonly CallbackRow[]): DeskAction {
  switch (how) {
    case 'alone':
      return { kind: 'picked', callback }
    case 'toggle':
      return { kind: 'toggled', callback }
    case 'range':
      return { kind: 'extended', callback, rows }
    case 'focus-only':
      return { kind: 'focused', callback }
  }
}
