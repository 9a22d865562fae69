import type { ConversationId } from '#shared/chats.ts'
import { goToPage } from '../../shell/go-to-page.ts'
import { pageOfHash } from '../../shell/page-name.ts'
import { useChatsDesk } from './chats-desk.tsx'

/** Shows a conversation on the Chats page, from whatever page. */
export function useShowConversation(): (id: ConversationId) => void {
  const { choose, chooseAhead } = useChatsDesk()
  return (id) => {
    if (pageOfHash(location.hash) === 'chats') return choose(id)
    chooseAhead(id)
    goToPage('chats')
  }
}
