import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { TunnelDriverName, TunnelSettings } from '#shared/tunnel.ts'
import { useWorkbench } from '../../bridge/workbench-client.tsx'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { ErrorBox } from '../../components/error-box.tsx'
import { SelectInput } from '../../components/select-input.tsx'
import { Tag } from '../../components/tag.tsx'
import type { Tone } from '../../components/tone.ts'
import { TunnelButtons } from '../../shell/tunnel-buttons.tsx'
import { TunnelStatus } from '../../shell/tunnel-status.tsx'
import { explanationOf } from '../../state/explanation-of.ts'
import { useEdited } from '../../state/use-edited.ts'
import { useWorkbenchState } from '../../state/workbench-state.tsx'
import frame from '../page-frame.module.css'
import styles from './settings.module.css'
import { TunnelFieldsOf } from './tunnel-fields.tsx'
import { type TunnelFields, tunnelInput, tunnelProblems } from './tunnel-form-state.ts'

const DRIVERS: readonly { readonly value: TunnelDriverName; readonly label: string }[] = [
  { value: 'none', label: 'None' },
  { value: 'ngrok', label: 'ngrok' },
  { value: 'pasted-url', label: 'A public address of my own' },
]
const TONES: Readonly<Record<string, Tone>> = { online: 'ok', reconnecting: 'warn', failed: 'bad' }

/** How the listener is reached from the internet. */
export function TunnelSettingsCard() {
  const { tunnel } = useWorkbenchState()
  const { state, settings } = tunnel
  return (
    <Card title="Tunnel" aside={<Tag tone={TONES[state.state] ?? 'neutral'}>{state.state}</Tag>}>
      <div className={frame.form}>
        <TunnelStatus tunnel={tunnel} />
        {settings.driver !== 'none' && (
          <div className={frame.row}>
            <TunnelButtons state={state} />
          </div>
        )}
        <TunnelForm />
      </div>
    </Card>
  )
}

function TunnelForm() {
  const { tunnel, secretStorage } = useWorkbenchState()
  const { saveTunnelSettings } = useWorkbench()
  const { edited, setEdited, forgetSaved } = useEdited<TunnelFields>()
  const [showsProblems, setShowsProblems] = useState(false)
  const fields: TunnelFields = edited ?? { settings: tunnel.settings, authtoken: { do: 'keep' } }
  const problems = tunnelProblems(fields)
  const { mutate, isPending, error } = useMutation({
    mutationFn: (typed: TunnelFields) => saveTunnelSettings(tunnelInput(typed)),
    onSuccess: (_, typed) => forgetSaved(typed),
  })
  const edit = (change: Partial<TunnelSettings>) =>
    setEdited({ ...fields, settings: { ...fields.settings, ...change } })
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    setShowsProblems(true)
    if (Object.keys(problems).length === 0 && !isPending) mutate(fields)
  }
  return (
    <form className={frame.form} onSubmit={onSubmit} aria-label="Tunnel settings">
      <SelectInput
        label="Reached by"
        value={fields.settings.driver}
        options={DRIVERS}
        onChange={(driver) => edit({ driver })}
      />
      <TunnelFieldsOf
        fields={fields}
        problems={showsProblems ? problems : {}}
        stored={tunnel.authtoken}
        onEdit={edit}
        onAuthtoken={(authtoken) => setEdited({ ...fields, authtoken })}
      />
      {fields.settings.driver === 'ngrok' && <p className={styles.storage}>{secretStorage.sentence}</p>}
      {error !== null && <ErrorBox error={explanationOf(error)} />}
      <div className={frame.row}>
        <Button type="submit" isBusy={isPending}>
          {isPending ? 'Saving…' : 'Save tunnel'}
        </Button>
        {tunnel.state.state !== 'off' && (
          <span className={styles.storage}>The tunnel is started again with what you save.</span>
        )}
      </div>
    </form>
  )
}
