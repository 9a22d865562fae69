import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { defaultRetention, type RetentionLimits } from '#shared/retention.ts'
import { useWorkbench } from '../../../bridge/workbench-client.tsx'
import { Button } from '../../../components/button.tsx'
import { ConfirmQuestion } from '../../../components/confirm-dialog.tsx'
import { ErrorBox } from '../../../components/error-box.tsx'
import { explanationOf } from '../../../state/explanation-of.ts'
import { useEdited } from '../../../state/use-edited.ts'
import { useWorkbenchState } from '../../../state/workbench-state.tsx'
import frame from '../../page-frame.module.css'
import { LimitInput } from './limit-input.tsx'
import {
  fieldsOf,
  isSameLimits,
  isTighter,
  type LimitField,
  type LimitFields,
  type LimitName,
  limitsOf,
} from './limits-form-state.ts'
import styles from './storage.module.css'

const LIMITS: readonly { readonly name: LimitName; readonly label: string; readonly usual: string }[] = [
  { name: 'callbacks', label: 'Most callbacks', usual: '100,000' },
  { name: 'days', label: 'Oldest, in days', usual: '30' },
  { name: 'mebibytes', label: 'Most MiB, as captured', usual: '1,024 (1 GiB)' },
]

/** Limits as they were typed, and as they were read. */
type Change = { readonly typed: LimitFields; readonly limits: RetentionLimits }

/** How much is kept and for how long. Each limit can be switched off. */
export function LimitsForm() {
  const { limits: stored } = useWorkbenchState().retention
  const { saveRetention } = useWorkbench()
  const { edited, setEdited, forgetSaved } = useEdited<LimitFields>()
  const [asked, setAsked] = useState<Change | null>(null)
  const save = useMutation({
    mutationFn: ({ limits }: Change) => saveRetention(limits),
    onSuccess: (_, { typed }) => forgetSaved(typed),
  })
  const fields = edited ?? fieldsOf(stored)
  const next = limitsOf(fields)
  const edit = (name: LimitName, field: LimitField) => setEdited({ ...fields, [name]: field })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (next === null || save.isPending || isSameLimits(next, stored)) return
    const change = { typed: fields, limits: next }
    if (isTighter(next, stored)) setAsked(change)
    else save.mutate(change)
  }
  const isUsual = next !== null && isSameLimits(next, defaultRetention)
  return (
    <form className={frame.form} onSubmit={submit} aria-label="Limits">
      <p className={styles.words}>
        What is over a limit is removed for good, the oldest first. Pinned callbacks and those with a note
        stay.
      </p>
      <div className={styles.limits}>
        {LIMITS.map(({ name, label, usual }) => (
          <LimitInput
            key={name}
            {...{ name, label, usual }}
            field={fields[name]}
            onChange={(field) => edit(name, field)}
          />
        ))}
      </div>
      <div className={frame.row}>
        <Button
          type="submit"
          isBusy={save.isPending}
          isDisabled={next === null || isSameLimits(next, stored)}
        >
          {save.isPending ? 'Saving…' : 'Save limits'}
        </Button>
        {!isUsual && (
          <Button look="quiet" onPress={() => setEdited(fieldsOf(defaultRetention))}>
            Use the defaults
          </Button>
        )}
      </div>
      {save.error !== null && <ErrorBox error={explanationOf(save.error)} />}
      <ConfirmQuestion
        isOpen={asked !== null}
        onClose={() => setAsked(null)}
        title="Lower the limits?"
        action="Save and remove"
        onConfirm={() => asked !== null && save.mutate(asked)}
      >
        <p className={styles.question}>
          Callbacks that are over the new limits are removed now, and cannot be brought back. Pinned ones and
          those with a note stay.
        </p>
      </ConfirmQuestion>
    </form>
  )
}
