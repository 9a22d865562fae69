import { useMutation } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { DialogTrigger, Heading } from 'react-aria-components'
import type { SimulatedPerson } from '#shared/simulator.ts'
import { useWorkbench } from '../../bridge/workbench-client.tsx'
import { Button } from '../../components/button.tsx'
import dialogStyles from '../../components/dialog.module.css'
import { DialogWindow } from '../../components/dialog-window.tsx'
import { ErrorBox } from '../../components/error-box.tsx'
import { TextInput } from '../../components/text-input.tsx'
import { explanationOf } from '../../state/explanation-of.ts'
import { classNames } from '../../theme/class-names.ts'
import styles from './person-dialog.module.css'

const LONGEST_NAME = 80

type Props = {
  /** Who is renamed; null adds somebody. */
  readonly person: SimulatedPerson | null
  readonly trigger: ReactNode
  readonly onSaved: (psid: string) => void
}

/** Asks for the name of a person. */
export function PersonDialog({ person, trigger, onSaved }: Props) {
  return (
    <DialogTrigger>
      {trigger}
      <DialogWindow className={styles.modal}>
        {({ close }) => <PersonForm person={person} onSaved={onSaved} onDone={close} />}
      </DialogWindow>
    </DialogTrigger>
  )
}

type FormProps = Omit<Props, 'trigger'> & { readonly onDone: () => void }

function PersonForm({ person, onSaved, onDone }: FormProps) {
  const { saveSimulatedPerson } = useWorkbench()
  const [name, setName] = useState(person?.name ?? '')
  const [showsProblem, setShowsProblem] = useState(false)
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => saveSimulatedPerson({ psid: person?.psid ?? null, name: name.trim() }),
    onSuccess: ({ psid }) => {
      onSaved(psid)
      onDone()
    },
  })
  const problem = nameProblem(name)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setShowsProblem(problem !== null)
    if (problem === null && !isPending) mutate()
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <Heading slot="title" className={classNames(dialogStyles.title)}>
        {person === null ? 'Add a person' : `Rename ${person.name}`}
      </Heading>
      <TextInput
        label="Name"
        value={name}
        onChange={setName}
        autoFocus
        hint={showsProblem ? problem : person === null ? 'The PSID is made up.' : 'The PSID stays the same.'}
        hintTone={showsProblem && problem !== null ? 'bad' : 'neutral'}
        isInvalid={showsProblem && problem !== null}
      />
      {error !== null && <ErrorBox error={explanationOf(error)} />}
      <div className={dialogStyles.buttons}>
        <Button onPress={onDone}>Cancel</Button>
        <Button type="submit" look="primary" isBusy={isPending}>
          {person === null ? 'Add' : 'Rename'}
        </Button>
      </div>
    </form>
  )
}

function nameProblem(name: string): string | null {
  if (name.trim() === '') return 'Give the person a name.'
  return name.trim().length > LONGEST_NAME ? `At most ${LONGEST_NAME} characters.` : null
}
