import { useMutation } from '@tanstack/react-query'
import type { AddressJournalView } from '#shared/addresses.ts'
import { useWorkbench } from '../../bridge/workbench-client.tsx'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { ConfirmDialog } from '../../components/confirm-dialog.tsx'
import { ErrorBox } from '../../components/error-box.tsx'
import { Explanation } from '../../components/explanation.tsx'
import { Tag } from '../../components/tag.tsx'
import type { Tone } from '../../components/tone.ts'
import { listTime } from '../../format/format-time.ts'
import { explanationOf } from '../../state/explanation-of.ts'
import { useMinute } from '../../state/use-minute.ts'
import { useWorkbenchState } from '../../state/workbench-state.tsx'
import { ChangeTable } from './change-table.tsx'
import styles from './connect.module.css'

const STATES: Readonly<Record<AddressJournalView['state'], { readonly word: string; readonly tone: Tone }>> =
  {
    open: { word: 'pointed here', tone: 'warn' },
    failed: { word: 'not put back yet', tone: 'bad' },
    restored: { word: 'put back', tone: 'ok' },
    'left-alone': { word: 'left as it is', tone: 'neutral' },
  }

/** Which applications are changed from here, where, and the way back. */
export function WebhookAddresses() {
  const { addressJournals } = useWorkbenchState()
  return (
    <Card title="Webhook addresses">
      {addressJournals.length === 0 ? (
        <p className={styles.hint}>
          No application is pointed here. What pointing changes is listed here, and put back when the app
          ends.
        </p>
      ) : (
        <ul aria-label="Changed applications">
          {addressJournals.map((journal) => (
            <JournalItem key={journal.id} journal={journal} />
          ))}
        </ul>
      )}
    </Card>
  )
}

function JournalItem({ journal }: { readonly journal: AddressJournalView }) {
  const { id, applicationName, applicationId, profileName, changes, state, explanation } = journal
  const { restoreAddresses, leaveAddresses } = useWorkbench()
  const restore = useMutation({ mutationFn: () => restoreAddresses({ journalId: id }) })
  const leave = useMutation({ mutationFn: () => leaveAddresses({ journalId: id }) })
  const nowMs = useMinute()
  const isUnfinished = state === 'open' || state === 'failed'
  const { word, tone } = STATES[state]
  const error = restore.error ?? leave.error
  return (
    <li className={styles.journal}>
      <div className={styles.head}>
        <b title={applicationId}>{applicationName}</b>
        <Tag tone={tone}>{word}</Tag>
        <span className={styles.since}>
          of {profileName}, since {listTime(journal.pointedAtMs, nowMs)}
        </span>
        <span className={styles.grow} />
        {isUnfinished && (
          <>
            <LeaveAsItIs name={applicationName} onLeave={() => leave.mutate()} />
            <Button
              size="small"
              isBusy={restore.isPending}
              onPress={() => restore.mutate()}
              aria-label={`Restore ${applicationName}`}
            >
              {restore.isPending ? 'Restoring…' : 'Restore'}
            </Button>
          </>
        )}
      </div>
      <ChangeTable label={`Changes of ${applicationName}`} changes={changes} />
      {explanation !== null && <Explanation error={explanation} />}
      {error !== null && <ErrorBox error={explanationOf(error)} />}
    </li>
  )
}

function LeaveAsItIs({ name, onLeave }: { readonly name: string; readonly onLeave: () => void }) {
  return (
    <ConfirmDialog
      trigger={
        <Button size="small" look="quiet" aria-label={`Leave as it is: ${name}`}>
          Leave as it is
        </Button>
      }
      title={`Leave “${name}” as it is?`}
      action="Leave as it is"
      onConfirm={onLeave}
    >
      <p>It is not put back any more. The former addresses stay in this list.</p>
    </ConfirmDialog>
  )
}
