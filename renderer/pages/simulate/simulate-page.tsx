import { ErrorBox } from '../../components/error-box.tsx'
import { useWorkbenchState } from '../../state/workbench-state.tsx'
import { PageFrame } from '../page-frame.tsx'
import { CallbackFormat } from './callback-format.tsx'
import { DeliveriesTable } from './deliveries-table.tsx'
import { WriteAsPerson } from './write-as-person.tsx'

const LEAD =
  'Write to the Page as a Messenger user. The simulator posts a signed callback to the listener, as Vonage would.'

export function SimulatePage() {
  const { simulator } = useWorkbenchState()
  return (
    <PageFrame title="Simulate" lead={LEAD}>
      {simulator.state === 'failed' ? (
        <ErrorBox error={simulator.error} />
      ) : (
        <>
          <WriteAsPerson people={simulator.people} pageId={simulator.pageId} />
          <CallbackFormat version={simulator.callbackVersion} />
          <DeliveriesTable deliveries={simulator.deliveries} />
        </>
      )}
    </PageFrame>
  )
}
