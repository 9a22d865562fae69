import { useMutation } from '@tanstack/react-query'
import type { Durability } from '#shared/retention.ts'
import { useWorkbench } from '../../../bridge/workbench-client.tsx'
import { ErrorBox } from '../../../components/error-box.tsx'
import { Segmented } from '../../../components/segmented.tsx'
import { explanationOf } from '../../../state/explanation-of.ts'
import { useWorkbenchState } from '../../../state/workbench-state.tsx'
import settings from '../settings.module.css'
import styles from './storage.module.css'

const MEANINGS: Readonly<Record<Durability, string>> = {
  'power-loss':
    'Every acknowledged callback is on disk: before a 200 goes out, the disk has confirmed it. Nothing is lost when the power fails.',
  crash:
    'Faster on slow disks: nothing is lost when the app crashes or is ended, but the callbacks of the last moments before a loss of power can be.',
}

/** What a callback that was answered 200 survives. Applies at once. */
export function DurabilityChoice() {
  const { durability } = useWorkbenchState().retention
  const { saveDurability } = useWorkbench()
  const { mutate, error } = useMutation({ mutationFn: saveDurability })
  return (
    <div className={settings.choice}>
      <span className={settings.label}>An acknowledged callback survives</span>
      <Segmented
        label="An acknowledged callback survives"
        value={durability}
        options={[
          { value: 'power-loss', label: 'Power loss' },
          { value: 'crash', label: 'Crash only' },
        ]}
        onChange={(wanted) => mutate({ durability: wanted })}
      />
      <p className={styles.words}>{MEANINGS[durability]}</p>
      {error !== null && <ErrorBox error={explanationOf(error)} />}
    </div>
  )
}
