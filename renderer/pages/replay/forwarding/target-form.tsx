import { type FormEvent, useState } from 'react'
import type { Target } from '#shared/target.ts'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { ConfirmQuestion } from '../../../components/confirm-dialog.tsx'
import { ErrorBox } from '../../../components/error-box.tsx'
import { explanationOf } from '../../../state/explanation-of.ts'
import { useWorkbenchState } from '../../../state/workbench-state.tsx'
import frame from '../../page-frame.module.css'
import styles from './forwarding.module.css'
import { TargetFieldInputs } from './target-field-inputs.tsx'
import { fieldsOf, newTargetFields, readTarget, type TargetFields, urlsOf } from './target-form-state.ts'
import { useSaveTarget } from './use-save-target.ts'

type Props = { readonly id: string | null; readonly onClose: () => void }

/** A new target (id null) or one there is. */
export function TargetForm({ id, onClose }: Props) {
  const { targets } = useWorkbenchState()
  const stored = targets.find((target) => target.id === id) ?? null
  const [fields, setFields] = useState(() => (stored === null ? newTargetFields : fieldsOf(stored)))
  const [showsProblems, setShowsProblems] = useState(false)
  const saving = useSaveTarget(onClose)
  const reading = readTarget(fields, { id, allowedHost: stored?.allowedHost ?? null })
  const edit = (change: Partial<TargetFields>) => setFields((before) => ({ ...before, ...change }))
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    setShowsProblems(true)
    if ('target' in reading && !saving.isPending) saving.save(reading.target)
  }
  return (
    <Card title={titleOf(stored)}>
      <form className={frame.form} onSubmit={onSubmit} aria-label={titleOf(stored)}>
        <TargetFieldInputs
          fields={fields}
          problems={showsProblems && 'problems' in reading ? reading.problems : {}}
          onEdit={edit}
        />
        <Preview fields={fields} />
        {saving.error !== null && <ErrorBox error={explanationOf(saving.error)} />}
        <div className={frame.row}>
          <Button type="submit" look="primary" isBusy={saving.isPending}>
            {saving.isPending ? 'Saving…' : 'Save target'}
          </Button>
          <Button onPress={onClose}>Cancel</Button>
        </div>
      </form>
      <ConfirmQuestion
        isOpen={saving.askedHost !== null}
        onClose={saving.refuse}
        title={`Send captured callbacks to ${saving.askedHost ?? ''}?`}
        action="Send callbacks there"
        onConfirm={saving.allow}
      >
        <p className={styles.question}>
          It is not this computer. Callbacks hold what real people wrote, and their ids. This is asked once
          for this target.
        </p>
      </ConfirmQuestion>
    </Card>
  )
}

function titleOf(stored: Target | null): string {
  return stored === null ? 'New target' : `Target “${stored.name}”`
}

function Preview({ fields }: { readonly fields: TargetFields }) {
  const urls = urlsOf(fields)
  return (
    <dl className={styles.urls} aria-label="Full addresses">
      <dt>Inbound messages go to</dt>
      <dd>{urls?.inbound ?? '–'}</dd>
      <dt>Statuses go to</dt>
      <dd>{urls?.status ?? '–'}</dd>
    </dl>
  )
}
