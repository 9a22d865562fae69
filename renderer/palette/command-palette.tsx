import { useState } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { useOfferedActions } from '../commands/actions-provider.tsx'
import dialogStyles from '../components/dialog.module.css'
import { useShowRow } from '../pages/callbacks/use-show-row.ts'
import { useShowConversation } from '../pages/chats/use-show-conversation.ts'
import { classNames } from '../theme/class-names.ts'
import styles from './command-palette.module.css'
import type { PaletteEntry } from './palette-entry.ts'
import { PaletteSearch } from './palette-search.tsx'
import { keepRecent, recentCommands } from './recent-commands.ts'

type Props = { readonly close: (act?: () => void) => void }

/** Finds a command, a callback or a conversation by a few letters, and goes there. */
export function CommandPalette({ close }: Props) {
  const offered = useOfferedActions()
  const choose = useChoose(close)
  // As it is when the palette opens: nothing moves under the hands.
  const [{ actions, recent }] = useState(() => ({ actions: offered(), recent: recentCommands() }))
  return (
    <ModalOverlay
      isOpen
      onOpenChange={(stays) => {
        if (!stays) close()
      }}
      isDismissable
      className={classNames(dialogStyles.overlay, styles.overlay)}
    >
      <Modal className={classNames(dialogStyles.modal, styles.modal)}>
        <Dialog aria-label="Search or run a command" className={classNames(styles.dialog)}>
          <PaletteSearch actions={actions} recent={recent} onChoose={choose} onClose={() => close()} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function useChoose(close: Props['close']): (entry: PaletteEntry) => void {
  const offered = useOfferedActions()
  const showRow = useShowRow()
  const showConversation = useShowConversation()
  return (entry) => {
    switch (entry.kind) {
      case 'command': {
        const { id, when, run } = entry.command
        keepRecent(id)
        return close(() => {
          const now = offered()
          if (when(now)) run(now)
        })
      }
      case 'callback':
        return close(() => showRow(entry.row))
      case 'conversation':
        return close(() => {
          const { psid, pageId } = entry.conversation
          showConversation({ psid, pageId })
        })
    }
  }
}
