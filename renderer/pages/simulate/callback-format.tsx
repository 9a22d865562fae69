import { useMutation } from '@tanstack/react-query'
import type { ApiVersion } from '#shared/callback.ts'
import { useWorkbench } from '../../bridge/workbench-client.tsx'
import { Card } from '../../components/card.tsx'
import { ErrorBox } from '../../components/error-box.tsx'
import { Segmented } from '../../components/segmented.tsx'
import { explanationOf } from '../../state/explanation-of.ts'
import styles from './simulate.module.css'

const VERSIONS = [
  { value: 'v1', label: 'v1' },
  { value: 'v0.1', label: 'v0.1' },
] as const

/** The format the simulated application asks its callbacks in. */
export function CallbackFormat({ version }: { readonly version: ApiVersion }) {
  const { setSimulatorVersion } = useWorkbench()
  const { mutate, error } = useMutation({
    mutationFn: (next: ApiVersion) => setSimulatorVersion({ version: next }),
  })
  return (
    <Card title="Callback format">
      <div className={styles.format}>
        <div className={styles.versions}>
          <Segmented label="Callback format" value={version} options={VERSIONS} onChange={mutate} />
        </div>
        <p>The simulator writes its next callbacks in this format, whichever format a reply is sent in.</p>
        {error !== null && <ErrorBox error={explanationOf(error)} />}
      </div>
    </Card>
  )
}
