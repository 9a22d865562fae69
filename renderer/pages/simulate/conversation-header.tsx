import { useMutation } from '@tanstack/react-query'
import { Eraser, Pencil, UserMinus } from 'lucide-react'
import type { SimulatedPerson } from '#shared/simulator.ts'
import { useWorkbench } from '../../bridge/workbench-client.tsx'
import { ConfirmDialog } from '../../components/confirm-dialog.tsx'
import { CopyButton } from '../../components/copy-button.tsx'
import { IconButton } from '../../components/icon-button.tsx'
import { useShowToast } from '../../components/toasts.tsx'
import { explanationOf } from '../../state/explanation-of.ts'
import styles from './conversation-region.module.css'
import { PersonDialog } from './person-dialog.tsx'

/** Who the conversation is with, and what can be done about them. */
export function ConversationHeader({ person }: { readonly person: SimulatedPerson }) {
  const { removeSimulatedPerson, clearChat } = useWorkbench()
  const showToast = useShowToast()
  const onError = (reason: unknown) => showToast({ kind: 'failed', error: explanationOf(reason) })
  const remove = useMutation({ mutationFn: () => removeSimulatedPerson({ psid: person.psid }), onError })
  const clear = useMutation({ mutationFn: () => clearChat({}), onError })
  return (
    <header className={styles.head}>
      <div className={styles.who}>
        <h2>{person.name}</h2>
        <span className={styles.psid}>
          PSID <code>{person.psid}</code>
          <CopyButton what="PSID" text={person.psid} />
        </span>
      </div>
      <PersonDialog
        person={person}
        onSaved={() => undefined}
        trigger={
          <IconButton label={`Rename ${person.name}`}>
            <Pencil size={15} aria-hidden />
          </IconButton>
        }
      />
      <ConfirmDialog
        trigger={
          <IconButton label={`Remove ${person.name}`}>
            <UserMinus size={15} aria-hidden />
          </IconButton>
        }
        title={`Remove ${person.name}?`}
        action="Remove"
        onConfirm={() => remove.mutate()}
      >
        <p>
          The conversation is not shown any more, and messages to the PSID are rejected. Captured callbacks
          stay.
        </p>
      </ConfirmDialog>
      <ConfirmDialog
        trigger={
          <IconButton label="Clear all conversations">
            <Eraser size={15} aria-hidden />
          </IconButton>
        }
        title="Clear all conversations?"
        action="Clear"
        onConfirm={() => clear.mutate()}
      >
        <p>The messages of every person go from this page. People and captured callbacks stay.</p>
      </ConfirmDialog>
    </header>
  )
}
