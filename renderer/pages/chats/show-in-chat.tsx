import { MessagesSquare } from 'lucide-react'
import type { CallbackRow } from '#shared/callback.ts'
import { Button } from '../../components/button.tsx'
import { goToPage } from '../../shell/go-to-page.ts'
import { useDesk } from '../callbacks/callbacks-provider.tsx'
import { useChatsDesk } from './chats-desk.tsx'

/** Shows the message of a callback among the others of its conversation. */
export function ShowInChat({ row }: { readonly row: CallbackRow }) {
  const { choose, wantFocus } = useChatsDesk()
  const { pick } = useDesk()
  const { psid, pageId, seq } = row
  if (psid === null || pageId === null) return null
  return (
    <Button
      size="small"
      onPress={() => {
        pick(row)
        choose({ psid, pageId }, seq)
        wantFocus()
        goToPage('chats')
      }}
    >
      <MessagesSquare size={13} aria-hidden />
      Show in chat
    </Button>
  )
}
