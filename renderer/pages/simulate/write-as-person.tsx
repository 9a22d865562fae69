import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { SimulatedPerson } from '#shared/simulator.ts'
import { useWorkbench } from '../../bridge/workbench-client.tsx'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { ErrorBox } from '../../components/error-box.tsx'
import { SelectInput } from '../../components/select-input.tsx'
import { TextAreaInput } from '../../components/text-area-input.tsx'
import { explanationOf } from '../../state/explanation-of.ts'
import styles from '../page-frame.module.css'

type Props = { readonly people: readonly SimulatedPerson[]; readonly pageId: string }

/** One message from a Messenger user to the simulator's Page. */
export function WriteAsPerson({ people, pageId }: Props) {
  const { simulateInbound } = useWorkbench()
  const [chosen, setChosen] = useState('')
  const [text, setText] = useState('Hello from Facebook Messenger!')
  const psid = people.find((person) => person.psid === chosen)?.psid ?? people[0]?.psid ?? ''
  const { mutate, isPending, error, data } = useMutation({
    mutationFn: () => simulateInbound({ psid: psid === '' ? null : psid, text, version: null }),
  })
  const isEmpty = text.trim() === ''
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (!isEmpty && !isPending) mutate()
  }
  return (
    <Card title="A message to the Page">
      <form className={styles.form} onSubmit={onSubmit} aria-label="A message to the Page">
        {people.length > 0 && (
          <SelectInput
            label="Person"
            value={psid}
            options={people.map((person) => ({
              value: person.psid,
              label: `${person.name} (${person.psid})`,
            }))}
            onChange={setChosen}
          />
        )}
        <TextAreaInput
          label="Message"
          value={text}
          onChange={setText}
          rows={3}
          hint={isEmpty ? 'Write a message first.' : `To Page ${pageId}`}
        />
        <div className={styles.row}>
          <Button type="submit" look="primary" isBusy={isPending}>
            {isPending ? 'Sending…' : 'Send to the Page'}
          </Button>
          <span role="status" className={styles.done}>
            {data !== undefined && !isPending && error === null && `Sent as ${data.messageUuid}.`}
          </span>
        </div>
        {error !== null && <ErrorBox error={explanationOf(error)} />}
      </form>
    </Card>
  )
}
