import { useQuery } from '@tanstack/react-query'
import type { Exchange, ExchangeSubject } from '#shared/exchange.ts'
import { useWorkbench } from '../bridge/workbench-client.tsx'
import { Button } from '../components/button.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { ErrorBox } from '../components/error-box.tsx'
import { keyboardScrollable } from '../components/keyboard-scrollable.ts'
import { Waiting } from '../components/waiting.tsx'
import { explanationOf } from '../state/explanation-of.ts'
import { ExchangeLanes } from './exchange-lanes.tsx'
import styles from './exchange-view.module.css'

type Props = { readonly subject: ExchangeSubject; readonly onShow: (seq: number) => void }

/** The exchange that a callback or a reply belongs to. */
export function ExchangeView({ subject, onShow }: Props) {
  const { exchange } = useWorkbench()
  const { data, error, refetch } = useQuery({
    queryKey: ['exchange', subject],
    queryFn: () => exchange({ subject }),
    // What came while it was not shown is worth another look.
    staleTime: 0,
    // Within an exchange the same arrows stay, and the focus on one of them.
    placeholderData: (before) =>
      before !== undefined && isPartOf(before.exchange, subject) ? before : undefined,
  })
  if (error !== null) {
    return (
      <ErrorBox error={explanationOf(error)}>
        <Button onPress={() => void refetch()}>Try again</Button>
      </ErrorBox>
    )
  }
  if (data === undefined) return <Waiting>Looking for what belongs together…</Waiting>
  if (data.exchange === null) {
    return (
      <EmptyState sentence="No exchange: this callback does not say which person and Page it is about." />
    )
  }
  return (
    <div className={styles.view}>
      <p className={styles.lead}>
        From the person’s message until they wrote again. Press an arrow’s word to see its callback.
      </p>
      <section className={styles.scroll} aria-label="Lanes" {...keyboardScrollable}>
        <ExchangeLanes
          exchange={data.exchange}
          currentSeq={subject.kind === 'callback' ? subject.seq : null}
          onShow={onShow}
        />
      </section>
    </div>
  )
}

function isPartOf(exchange: Exchange | null, subject: ExchangeSubject): boolean {
  if (exchange === null || subject.kind === 'reply') return false
  const { inbound, messages } = exchange
  const callbacks = [...(inbound === null ? [] : [inbound]), ...messages.flatMap(({ statuses }) => statuses)]
  return callbacks.some(({ seq }) => seq === subject.seq)
}
