import type { ConversationId } from '#shared/chats.ts'
import { goToPage } from '../../shell/go-to-page.ts'
import { pageOfHash } from '../../shell/page-name.ts'
import { useChatsDesk } from './chats-desk.tsx'

/** Shows a conversation on the Chats page, from whatever page, and goes to its messages. */
export function useShowConversation(): (id: ConversationId) => void {
  const { choose, chooseAhead, wantFocus } = useChatsDesk()
  return (id) => {
    wantFocus()
    if (pageOfHash(location.hash) === 'chats') return choose(id)
    chooseAhead(id)
    goToPage('chats')
  }
}
