import { createContext, type ReactNode, useMemo, useState } from 'react'
import type { ConversationId } from '#shared/chats.ts'
import { useRequired } from '../../components/use-required.ts'

/** The conversation that is shown; `aroundSeq`: beginning at the message of this callback, not at its end. */
export type ChosenConversation = { readonly id: ConversationId; readonly aroundSeq: number | null }

type ChatsDesk = {
  readonly chosen: ChosenConversation | null
  readonly choose: (id: ConversationId, aroundSeq?: number) => void
  /** For the next time the page opens, whatever is selected on the Callbacks page. */
  readonly chooseAhead: (id: ConversationId) => void
  readonly isChosenAhead: boolean
  /** Sends the person to the messages of the chosen conversation, whatever they came from. */
  readonly wantFocus: () => void
  readonly isFocusWanted: boolean
  readonly endFocusWanted: () => void
  readonly search: string
  readonly setSearch: (text: string) => void
}

const DeskContext = createContext<ChatsDesk | null>(null)

export function useChatsDesk(): ChatsDesk {
  return useRequired(DeskContext)
}

/** Holds which conversation is shown and what is searched for, also while another page is shown. */
export function ChatsDeskProvider({ children }: { readonly children: ReactNode }) {
  const [chosen, setChosen] = useState<ChosenConversation | null>(null)
  const [isChosenAhead, setIsChosenAhead] = useState(false)
  const [isFocusWanted, setIsFocusWanted] = useState(false)
  const [search, setSearch] = useState('')
  const value = useMemo(
    () => ({
      chosen,
      choose: (id: ConversationId, aroundSeq: number | null = null) => {
        setChosen({ id, aroundSeq })
        setIsChosenAhead(false)
      },
      chooseAhead: (id: ConversationId) => {
        setChosen({ id, aroundSeq: null })
        setIsChosenAhead(true)
      },
      isChosenAhead,
      wantFocus: () => setIsFocusWanted(true),
      isFocusWanted,
      endFocusWanted: () => setIsFocusWanted(false),
      search,
      setSearch,
    }),
    [chosen, isChosenAhead, isFocusWanted, search],
  )
  return <DeskContext value={value}>{children}</DeskContext>
}
