import { useMutation } from '@tanstack/react-query'
import type { ForwardSettings } from '#shared/forward.ts'
import type { SimulatorDestination } from '#shared/simulator.ts'
import { useWorkbench } from '../../bridge/workbench-client.tsx'
import { Button } from '../../components/button.tsx'
import { ErrorBox } from '../../components/error-box.tsx'
import { hashOfPage } from '../../shell/page-name.ts'
import { explanationOf } from '../../state/explanation-of.ts'
import { useWorkbenchState } from '../../state/workbench-state.tsx'
import styles from './forwarding-hint.module.css'

/** Says so where the developer's server gets nothing of the conversation, and offers what changes that. */
export function ForwardingHint({ destination }: { readonly destination: SimulatorDestination }) {
  const { saveForwardSettings } = useWorkbench()
  const { forward, targets } = useWorkbenchState()
  const { mutate, isPending, error } = useMutation({
    mutationFn: (settings: ForwardSettings) => saveForwardSettings(settings),
  })
  if (destination.kind === 'target' || forward.settings.isOn) return null
  const target = targets.find(({ id }) => id === forward.settings.targetId)
  return (
    <div className={styles.hint}>
      <p>
        Your server does not get these messages: they are captured here, and forwarding is off.{' '}
        <a href={hashOfPage('replay', 'forwarding')}>Forwarding and targets</a>
      </p>
      {target !== undefined && (
        <Button size="small" isBusy={isPending} onPress={() => mutate({ ...forward.settings, isOn: true })}>
          <span className={styles.target}>Forward to {target.baseUrl}</span>
        </Button>
      )}
      {error !== null && <ErrorBox error={explanationOf(error)} />}
    </div>
  )
}
