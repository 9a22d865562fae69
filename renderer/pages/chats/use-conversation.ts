import { useQuery } from '@tanstack/react-query'
import type { Conversation, ConversationId } from '#shared/chats.ts'
import { useWorkbench } from '../../bridge/workbench-client.tsx'

/** A conversation that the list may not have loaded; `reload` is needed for one that it has not. */
export function useConversation({ psid, pageId }: ConversationId, listed: Conversation | null) {
  const { conversations } = useWorkbench()
  const query = useQuery({
    queryKey: ['conversation', psid, pageId],
    queryFn: async () => (await conversations({ ids: [{ psid, pageId }] })).conversations[0] ?? null,
    enabled: listed === null,
    refetchOnMount: 'always',
  })
  return {
    conversation: listed ?? query.data ?? null,
    reload: () => {
      if (listed === null) void query.refetch()
    },
  }
}
