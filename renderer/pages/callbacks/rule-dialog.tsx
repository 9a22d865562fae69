import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Heading } from 'react-aria-components'
import type { CallbackRow } from '#shared/callback.ts'
import type { ResponseRuleInput } from '#shared/response-rule.ts'
import { useWorkbench } from '../../bridge/workbench-client.tsx'
import { Button } from '../../components/button.tsx'
import dialogStyles from '../../components/dialog.module.css'
import { DialogWindow } from '../../components/dialog-window.tsx'
import { ErrorBox } from '../../components/error-box.tsx'
import { explanationOf } from '../../state/explanation-of.ts'
import { classNames } from '../../theme/class-names.ts'
import { RuleAnswerFields } from './rule-answer-fields.tsx'
import styles from './rule-dialog.module.css'
import { type RuleFields, readRule, ruleLike } from './rule-form.ts'
import { RuleMatchFields } from './rule-match-fields.tsx'

type Props = {
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
  /** The callback the rule begins with. */
  readonly selected: CallbackRow | null
}

/** Makes the listener answer some callbacks otherwise than with 200 at once. */
export function RuleDialog({ isOpen, onOpenChange, selected }: Props) {
  return (
    <DialogWindow isOpen={isOpen} onClose={() => onOpenChange(false)} className={styles.modal}>
      {({ close }) => <RuleForm selected={selected} onDone={close} />}
    </DialogWindow>
  )
}

function RuleForm({ selected, onDone }: Pick<Props, 'selected'> & { readonly onDone: () => void }) {
  const { addResponseRule } = useWorkbench()
  const [fields, setFields] = useState(() => ruleLike(selected))
  const [showsFaults, setShowsFaults] = useState(false)
  const { mutate, isPending, error } = useMutation({
    mutationFn: (rule: ResponseRuleInput) => addResponseRule(rule),
    onSuccess: onDone,
  })
  const edit = (change: Partial<RuleFields>) => setFields((before) => ({ ...before, ...change }))
  const reading = readRule(fields)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setShowsFaults(!reading.ok)
    if (reading.ok) mutate(reading.rule)
  }
  const isMessage = selected !== null && selected.kind !== 'other'
  return (
    <form className={styles.form} onSubmit={submit}>
      <Heading slot="title" className={classNames(dialogStyles.title)}>
        Answer callbacks otherwise
      </Heading>
      <p className={styles.intro}>
        Every callback is captured as usual; only the answer differs. Rules end when the app does.
      </p>
      <RuleMatchFields fields={fields} edit={edit} selectedUuid={isMessage ? selected.messageUuid : null} />
      <RuleAnswerFields
        fields={fields}
        edit={edit}
        faults={showsFaults && !reading.ok ? reading.faults : {}}
      />
      {error !== null && <ErrorBox error={explanationOf(error)} />}
      <div className={dialogStyles.buttons}>
        <Button onPress={onDone}>Cancel</Button>
        <Button type="submit" look="primary" isBusy={isPending}>
          Add rule
        </Button>
      </div>
    </form>
  )
}
