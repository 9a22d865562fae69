import { useMutation } from '@tanstack/react-query'
import { type FormEvent, type KeyboardEvent, useState } from 'react'
import type { SimulatedMessage, SimulatedPerson } from '#shared/simulator.ts'
import { useWorkbench } from '../../bridge/workbench-client.tsx'
import { Button } from '../../components/button.tsx'
import { ErrorBox } from '../../components/error-box.tsx'
import { TextAreaInput } from '../../components/text-area-input.tsx'
import { TextInput } from '../../components/text-input.tsx'
import { explanationOf } from '../../state/explanation-of.ts'
import styles from './composer.module.css'
import { writtenMessage } from './composer-fields.ts'
import { ComposerOptions } from './composer-options.tsx'
import type { RunningSimulator } from './running-simulator.ts'
import { useSimulateDesk } from './simulate-desk.tsx'

type Props = { readonly person: SimulatedPerson; readonly simulator: RunningSimulator }

/** Writes to the Page as a person: any type, either format, with a fault where one is wanted. */
export function Composer({ person, simulator }: Props) {
  const { simulateInbound } = useWorkbench()
  const { fields, edit, giveBack } = useSimulateDesk()
  const [showsProblem, setShowsProblem] = useState(false)
  const written = writtenMessage(fields)
  // A server may take its time to answer: the message is in the conversation by then, and the next one can be written.
  const { mutate, error } = useMutation({
    mutationFn: (message: SimulatedMessage) =>
      simulateInbound({
        psid: person.psid,
        message,
        version: fields.version === '' ? null : fields.version,
        fault: fields.fault === '' ? null : fields.fault,
      }),
    onMutate: (message) => {
      if (message.type === 'text') edit({ text: '' })
    },
    onError: (reason, message) => {
      if (message.type === 'text' && !isInConversation(reason)) giveBack(message.text)
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setShowsProblem(!written.ok)
    if (written.ok) mutate(written.message)
  }
  const problem = showsProblem && !written.ok ? written.problem : null
  return (
    <form className={styles.composer} onSubmit={submit} aria-label="A message to the Page">
      <ComposerOptions
        callbackVersion={simulator.settings.callbackVersion}
        destination={simulator.settings.destination}
      />
      <Content problem={problem} name={person.name} />
      <div className={styles.row}>
        <p className={styles.hint}>
          {fields.type === 'text' ? 'Enter sends, Shift+Enter is a new line.' : 'Enter sends.'}
        </p>
        <Button type="submit" look="primary">
          Send to the Page
        </Button>
      </div>
      {error !== null && <ErrorBox error={explanationOf(error)} />}
    </form>
  )
}

/** Whether the message went out, so that its bubble says what became of it. */
function isInConversation(reason: unknown): boolean {
  return ['HTTP_REFUSED', 'LISTENER_NOT_RUNNING'].includes(explanationOf(reason).code)
}

function Content({ problem, name }: { readonly problem: string | null; readonly name: string }) {
  const { fields, edit } = useSimulateDesk()
  const fault = problem === null ? {} : { hint: problem, hintTone: 'bad' as const }
  if (fields.type === 'unsupported') {
    return (
      <p className={styles.hint}>What Vonage makes of stickers, locations and the like. It has no content.</p>
    )
  }
  if (fields.type === 'text') {
    return (
      <TextAreaInput
        label="Message"
        value={fields.text}
        onChange={(text) => edit({ text })}
        rows={2}
        placeholder={`Write as ${name}`}
        onKeyDown={sendOnEnter}
        isPaneFocus
        {...fault}
      />
    )
  }
  return (
    <TextInput
      label="URL"
      value={fields.url}
      onChange={(url) => edit({ url })}
      inputMode="url"
      isMono
      data-pane-focus
      {...fault}
    />
  )
}

function sendOnEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
  event.preventDefault()
  event.currentTarget.form?.requestSubmit()
}
