import { useMutation } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { usualTarget } from '#shared/target.ts'
import { useWorkbench } from '../../../bridge/workbench-client.tsx'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { ErrorBox } from '../../../components/error-box.tsx'
import { explanationOf } from '../../../state/explanation-of.ts'
import { useWorkbenchState } from '../../../state/workbench-state.tsx'
import type { Editing } from './editing.ts'
import styles from './forwarding.module.css'
import { TargetItem } from './target-item.tsx'
import { useTargetHealth } from './use-target-health.ts'

type Props = { readonly editing: Editing; readonly onEdit: (editing: Editing) => void }

/** The webhook servers of the profile in use, and whether they can be reached. */
export function TargetsCard({ editing, onEdit }: Props) {
  const { targets } = useWorkbenchState()
  const { deleteTarget } = useWorkbench()
  const health = useTargetHealth()
  const remove = useMutation({
    mutationFn: (id: string) => deleteTarget({ id }),
    onSuccess: (_, id) => {
      if (editing.kind === 'stored' && editing.id === id) onEdit({ kind: 'none' })
    },
  })
  return (
    <Card
      title="Targets"
      aside={
        <Button size="small" onPress={() => onEdit({ kind: 'new' })}>
          <Plus size={14} aria-hidden />
          New target
        </Button>
      }
    >
      <div className={styles.stack}>
        <p className={styles.hint}>
          Your own webhook servers. At first there is one: {usualTarget.baseUrl} with the paths of Vonage’s
          tutorials; edit it or add others. Each profile has its own targets.
        </p>
        <ul className={styles.targets} aria-label="Targets">
          {targets.map((target) => (
            <TargetItem
              key={target.id}
              target={target}
              health={health.healthOf(target.id)}
              isOnlyOne={targets.length === 1}
              onEdit={() => onEdit({ kind: 'stored', id: target.id })}
              onDelete={() => remove.mutate(target.id)}
            />
          ))}
        </ul>
        {health.error !== null && <ErrorBox error={health.error} />}
        {remove.error !== null && <ErrorBox error={explanationOf(remove.error)} />}
      </div>
    </Card>
  )
}
