import { useMutation } from '@tanstack/react-query'
import type { Durability } from '#shared/retention.ts'
import { useWorkbench } from '../../../bridge/workbench-client.tsx'
import { ErrorBox } from '../../../components/error-box.tsx'
import { Segmented } from '../../../components/segmented.tsx'
import { explanationOf } from '../../../state/explanation-of.ts'
import { useWorkbenchState } from '../../../state/workbench-state.tsx'
import settings from '../settings.module.css'
import styles from './storage.module.css'

const CHOICES = [
  { value: 'power-loss', label: 'Power loss' },
  { value: 'crash', label: 'Crash only' },
] as const

const MEANINGS: Readonly<Record<Durability, string>> = {
  'power-loss': 'every acknowledged callback is on disk. The disk has confirmed it before a 200 goes out.',
  crash:
    'faster on slow disks. Nothing is lost when the app crashes, but the last moments before a loss of power can be.',
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
        options={CHOICES}
        onChange={(wanted) => mutate({ durability: wanted })}
      />
      {CHOICES.map(({ value, label }) => (
        <p key={value} className={styles.words}>
          <b>{label}</b>: {MEANINGS[value]}
        </p>
      ))}
      {error !== null && <ErrorBox error={explanationOf(error)} />}
    </div>
  )
}
