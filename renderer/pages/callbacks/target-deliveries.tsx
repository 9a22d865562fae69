import { useQuery } from '@tanstack/react-query'
import { useWorkbench } from '../../bridge/workbench-client.tsx'
import { Button } from '../../components/button.tsx'
import { ErrorBox } from '../../components/error-box.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { explanationOf } from '../../state/explanation-of.ts'
import styles from './delivery-list.module.css'
import { TargetDeliveryItem } from './target-delivery-item.tsx'

/** What targets made of one callback, newest first: forwarded as it came, or replayed later. */
export function TargetDeliveries({ seq }: { readonly seq: number }) {
  const { targetDeliveries } = useWorkbench()
  const { data, error, refetch } = useQuery({
    queryKey: ['target-deliveries', seq],
    queryFn: () => targetDeliveries({ callbackSeq: seq }),
    // A callback that was not shown when it was passed on is asked for again.
    refetchOnMount: 'always',
  })
  if (error !== null) {
    return (
      <ErrorBox error={explanationOf(error)}>
        <Button onPress={() => void refetch()}>Try again</Button>
      </ErrorBox>
    )
  }
  if (data === undefined) return <Waiting>Looking for deliveries…</Waiting>
  if (data.deliveries.length === 0) {
    return (
      <p className={styles.note}>
        Not passed on. Replay it from the header above, or have every callback forwarded as it arrives:{' '}
        <a href="#/replay/forwarding">Forwarding</a>.
      </p>
    )
  }
  return (
    <ol className={styles.list} aria-label="Deliveries to your server">
      {data.deliveries.map((delivery) => (
        <TargetDeliveryItem key={delivery.id} delivery={delivery} />
      ))}
    </ol>
  )
}
