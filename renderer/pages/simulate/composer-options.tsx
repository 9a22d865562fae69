import type { ApiVersion } from '#shared/callback.ts'
import { CallbackFault, type SimulatedMessage, type SimulatorDestination } from '#shared/simulator.ts'
import { SelectInput } from '../../components/select-input.tsx'
import { useWorkbenchState } from '../../state/workbench-state.tsx'
import styles from './composer.module.css'
import { type ComposerFields, withType } from './composer-fields.ts'
import { faultWords, isBadlySigned } from './fault-words.ts'
import { useSimulateDesk } from './simulate-desk.tsx'

const TYPES: readonly { readonly value: SimulatedMessage['type']; readonly label: string }[] = [
  { value: 'text', label: 'Text' },
  { value: 'image', label: 'Image' },
  { value: 'audio', label: 'Audio' },
  { value: 'video', label: 'Video' },
  { value: 'file', label: 'File' },
  { value: 'unsupported', label: 'Unsupported' },
]

const FAULTS: readonly { readonly value: ComposerFields['fault']; readonly label: string }[] = [
  { value: '', label: 'None' },
  ...CallbackFault.options.map((fault) => ({ value: fault, label: faultWords[fault].title })),
]

type Props = { readonly callbackVersion: ApiVersion; readonly destination: SimulatorDestination }

/** What kind of message it is, and how its callback is sent. */
export function ComposerOptions({ callbackVersion, destination }: Props) {
  const { fields, edit } = useSimulateDesk()
  return (
    <>
      <div className={styles.options}>
        <SelectInput
          label="Type"
          value={fields.type}
          options={TYPES}
          onChange={(type) => edit(withType(fields, type))}
        />
        <SelectInput
          label="Format"
          value={fields.version}
          options={[
            { value: '', label: `${callbackVersion} (as set)` },
            { value: 'v1', label: 'v1' },
            { value: 'v0.1', label: 'v0.1' },
          ]}
          onChange={(version) => edit({ version })}
        />
        <SelectInput
          label="Fault"
          value={fields.fault}
          options={FAULTS}
          onChange={(fault) => edit({ fault })}
        />
      </div>
      {fields.fault !== '' && <FaultHint fault={fields.fault} destination={destination} />}
    </>
  )
}

type FaultProps = { readonly fault: CallbackFault; readonly destination: SimulatorDestination }

function FaultHint({ fault, destination }: FaultProps) {
  const { isOn, isUnverifiedAllowed } = useWorkbenchState().forward.settings
  const isHeldBack = destination.kind === 'listener' && isOn && !isUnverifiedAllowed && isBadlySigned(fault)
  return (
    <p className={styles.hint}>
      {faultWords[fault].explanation}
      {isHeldBack &&
        ' Forwarding holds it back: to let your server judge it, allow badly signed callbacks there, or send straight to a target.'}
    </p>
  )
}
