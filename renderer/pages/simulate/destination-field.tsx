import type { SimulatorDestination } from '#shared/simulator.ts'
import { SelectInput } from '../../components/select-input.tsx'
import { useWorkbenchState } from '../../state/workbench-state.tsx'
import styles from './settings-fields.module.css'

type Props = {
  readonly destination: SimulatorDestination
  readonly onChange: (destination: SimulatorDestination) => void
}

/** Where the simulator posts its callbacks: to the listener, or past it to a target. */
export function DestinationField({ destination, onChange }: Props) {
  const { targets } = useWorkbenchState()
  const chosen = destination.kind === 'listener' ? '' : destination.targetId
  const isKnown = chosen === '' || targets.some(({ id }) => id === chosen)
  return (
    <>
      <SelectInput
        label="Sent to"
        value={chosen}
        options={[
          { value: '', label: 'The listener, where they are captured' },
          ...targets.map(({ id, name, baseUrl }) => ({ value: id, label: `${name} (${baseUrl})` })),
          ...(isKnown ? [] : [{ value: chosen, label: 'A target of another profile' }]),
        ]}
        onChange={(id) => onChange(id === '' ? { kind: 'listener' } : { kind: 'target', targetId: id })}
        warning={isKnown ? null : 'The profile in use has no such target. Choose another.'}
      />
      {destination.kind === 'target' && isKnown && (
        <p className={styles.hint}>Straight to your server. Nothing is captured on the Callbacks page.</p>
      )}
    </>
  )
}
