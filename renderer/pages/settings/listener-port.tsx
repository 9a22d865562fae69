import { useMutation } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import type { ListenerState } from '#shared/workbench-state.ts'
import { useWorkbench } from '../../bridge/workbench-client.tsx'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { CopyButton } from '../../components/copy-button.tsx'
import { ErrorBox } from '../../components/error-box.tsx'
import { TextInput } from '../../components/text-input.tsx'
import { explanationOf } from '../../state/explanation-of.ts'
import { useEdited } from '../../state/use-edited.ts'
import { useWorkbenchState } from '../../state/workbench-state.tsx'
import frame from '../page-frame.module.css'
import { readPort } from './read-port.ts'
import styles from './settings.module.css'

/** A port as it was typed, and as it was read. */
type Change = { readonly text: string; readonly next: number }

/** Where callbacks are listened for. */
export function ListenerPort() {
  const { wantedListenerPort, listener } = useWorkbenchState()
  const { setListenerPort } = useWorkbench()
  const { edited, setEdited, forgetSaved } = useEdited<string>()
  const typed = edited ?? String(wantedListenerPort)
  const port = readPort(typed)
  const { mutate, isPending, error } = useMutation({
    mutationFn: ({ next }: Change) => setListenerPort({ port: next }),
    onSuccess: (_, { text }) => forgetSaved(text),
  })
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (port !== null && !isPending) mutate({ text: typed, next: port })
  }
  return (
    <Card title="Listener">
      <form className={frame.form} onSubmit={onSubmit} aria-label="Listener">
        <div className={styles.port}>
          <TextInput
            label="Port"
            value={typed}
            onChange={setEdited}
            inputMode="numeric"
            isMono
            isInvalid={port === null}
            hint={port === null ? 'A whole number from 0 to 65535. 0 means any free port.' : null}
            hintTone="bad"
          />
          <Button type="submit" isBusy={isPending}>
            {isPending ? 'Changing…' : 'Change port'}
          </Button>
        </div>
        <Addresses listener={listener} />
        {error !== null && <ErrorBox error={explanationOf(error)} />}
      </form>
    </Card>
  )
}

function Addresses({ listener }: { readonly listener: ListenerState }) {
  if (listener.state === 'failed') return <ErrorBox error={listener.error} />
  const { port, wantedPort, inboundUrl, statusUrl } = listener
  return (
    <>
      {wantedPort !== 0 && port !== wantedPort && (
        <p className={styles.taken}>
          {wantedPort} was taken, so {port} is used.
        </p>
      )}
      <dl className={styles.addresses}>
        <dt>Inbound URL</dt>
        <dd>
          <span>{inboundUrl}</span>
          <CopyButton what="inbound URL" text={inboundUrl} />
        </dd>
        <dt>Status URL</dt>
        <dd>
          <span>{statusUrl}</span>
          <CopyButton what="status URL" text={statusUrl} />
        </dd>
      </dl>
    </>
  )
}
