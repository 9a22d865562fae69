import { lazy, Suspense } from 'react'
import type { ReplaySelection } from '#shared/replay.ts'
import { CheckboxInput } from '../components/checkbox-input.tsx'
import { ErrorBox } from '../components/error-box.tsx'
import { SelectInput } from '../components/select-input.tsx'
import { Waiting } from '../components/waiting.tsx'
import { useWorkbenchState } from '../state/workbench-state.tsx'
import { classNames } from '../theme/class-names.ts'
import styles from './replay-dialog.module.css'
import { type ContentKind, onlySeqOf, type ReplayFaults, type ReplayFields } from './replay-fields.ts'
import { signingWords } from './replay-words.ts'
import type { OriginalText } from './use-original-text.ts'

const EditedBody = lazy(async () => ({ default: (await import('./edited-body.tsx')).EditedBody }))

const CHOICES: readonly { readonly value: ContentKind; readonly label: string }[] = [
  { value: 'exact', label: 'The exact bytes' },
  { value: 'fresh-signature', label: 'The exact body with a fresh signature' },
  { value: 'rewritten', label: 'New ids and times' },
  { value: 'edited', label: 'An edited body' },
]

type Props = {
  readonly selection: ReplaySelection
  readonly fields: ReplayFields
  readonly edit: (change: Partial<ReplayFields>) => void
  readonly faults: ReplayFaults
  readonly original: OriginalText
}

/** What is sent of each callback, and how it will be signed. */
export function ContentFields({ selection, fields, edit, faults, original }: Props) {
  const { profiles, activeProfileId } = useWorkbenchState()
  const profile = profiles.find(({ id }) => id === activeProfileId)
  const signing = signingWords(fields.content, profile?.secrets.signatureSecret, profile?.name ?? '')
  const canEdit = onlySeqOf(selection) !== null && !original.isBinary
  const choices = canEdit ? CHOICES : CHOICES.filter(({ value }) => value !== 'edited')
  return (
    <div className={styles.group}>
      <SelectInput
        label="What is sent"
        value={fields.content}
        options={choices}
        onChange={(content) => edit({ content })}
      />
      {fields.content === 'rewritten' && (
        <RewriteFields fields={fields} edit={edit} fault={faults.rewritten} />
      )}
      <p className={classNames(styles.hint, styles[signing.tone])}>{signing.text}</p>
      {fields.content === 'edited' && original.error !== null && <ErrorBox error={original.error} />}
      {fields.content === 'edited' && original.text !== null && (
        <Suspense fallback={<Waiting>Loading the editor…</Waiting>}>
          <EditedBody
            original={original.text}
            text={fields.bodyText ?? original.text}
            onChange={(bodyText) => edit({ bodyText })}
            fault={faults.bodyText ?? null}
          />
        </Suspense>
      )}
    </div>
  )
}

type RewriteProps = Pick<Props, 'fields' | 'edit'> & { readonly fault: string | undefined }

function RewriteFields({ fields: { hasNewIds, hasNewTimes }, edit, fault }: RewriteProps) {
  return (
    <div>
      <div className={styles.checks}>
        <CheckboxInput isSelected={hasNewIds} onChange={(isOn) => edit({ hasNewIds: isOn })}>
          New message_uuids
        </CheckboxInput>
        <CheckboxInput isSelected={hasNewTimes} onChange={(isOn) => edit({ hasNewTimes: isOn })}>
          Times moved to now
        </CheckboxInput>
      </div>
      <p className={classNames(styles.hint, fault !== undefined && styles.bad)}>
        {fault ?? 'The same id becomes the same new one, so statuses still belong to their message.'}
      </p>
    </div>
  )
}
