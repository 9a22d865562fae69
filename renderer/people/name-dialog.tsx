import { useMutation } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { DialogTrigger, Heading } from 'react-aria-components'
import { LONGEST_PERSON_NAME } from '#shared/chats.ts'
import { useWorkbench } from '../bridge/workbench-client.tsx'
import { Button } from '../components/button.tsx'
import dialogStyles from '../components/dialog.module.css'
import { DialogWindow } from '../components/dialog-window.tsx'
import { ErrorBox } from '../components/error-box.tsx'
import { TextInput } from '../components/text-input.tsx'
import { explanationOf } from '../state/explanation-of.ts'
import { classNames } from '../theme/class-names.ts'
import styles from './name-dialog.module.css'
import { usePersonName } from './person-names.tsx'

type Props = { readonly psid: string; readonly trigger: ReactNode }

/** Asks how the person behind a PSID is called. */
export function NameDialog({ psid, trigger }: Props) {
  return (
    <DialogTrigger>
      {trigger}
      <DialogWindow className={styles.modal}>
        {({ close }) => <NameForm psid={psid} onDone={close} />}
      </DialogWindow>
    </DialogTrigger>
  )
}

function NameForm({ psid, onDone }: { readonly psid: string; readonly onDone: () => void }) {
  const { namePerson } = useWorkbench()
  const given = usePersonName(psid)
  const [name, setName] = useState(given ?? '')
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => namePerson({ psid, name: name.trim() }),
    onSuccess: onDone,
  })
  const isTooLong = name.trim().length > LONGEST_PERSON_NAME
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isTooLong) mutate()
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <Heading slot="title" className={classNames(dialogStyles.title)}>
        {given === null ? 'Name this person' : 'Rename this person'}
      </Heading>
      <p className={styles.psid}>
        PSID <code>{psid}</code>
      </p>
      <TextInput
        label="Name"
        value={name}
        onChange={setName}
        placeholder="Ana, test phone"
        autoFocus
        hint={
          isTooLong
            ? `At most ${LONGEST_PERSON_NAME} characters.`
            : 'Kept on this computer only. Empty takes the name away.'
        }
        hintTone={isTooLong ? 'bad' : 'neutral'}
        isInvalid={isTooLong}
      />
      {error !== null && <ErrorBox error={explanationOf(error)} />}
      <div className={dialogStyles.buttons}>
        <Button onPress={onDone}>Cancel</Button>
        <Button type="submit" look="primary" isBusy={isPending}>
          Save name
        </Button>
      </div>
    </form>
  )
}
