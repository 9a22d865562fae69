import type { CallbackRow } from '#shared/callback.ts'
import { quotedIfNeeded } from '#shared/search/query-words.ts'
import type { SimulatorDelivery } from '#shared/simulator.ts'
import { useWorkbench } from '../../bridge/workbench-client.tsx'
import { useShowToast } from '../../components/toasts.tsx'
import { explanationOf } from '../../state/explanation-of.ts'
import { useShowRow } from '../callbacks/use-show-row.ts'

/** More statuses than a message ever gets, with every repeat. */
const LOOKED_AT = 100

/** Finds what was captured of a delivery and shows it on the Callbacks page, or says that it is not there. */
export function useShowCaptured(): (delivery: SimulatorDelivery) => void {
  const { callbackPage } = useWorkbench()
  const showToast = useShowToast()
  const showRow = useShowRow()
  return (delivery) => {
    const filter = `kind:${delivery.kind} ${quotedIfNeeded(sentId(delivery))}`
    callbackPage({ filter, order: 'newest', behindSeq: null, limit: LOOKED_AT }).then(
      ({ rows }) => {
        const row = rows.find((candidate) => isOf(candidate, delivery))
        if (row === undefined)
          return showToast({ kind: 'done', text: 'That callback is not captured any more.' })
        showRow(row)
      },
      (reason: unknown) => showToast({ kind: 'failed', error: explanationOf(reason) }),
    )
  }
}

function isOf(row: CallbackRow, delivery: SimulatorDelivery): boolean {
  const { type, kind } = delivery
  return row.messageUuid?.startsWith(sentId(delivery)) === true && (kind === 'inbound' || row.type === type)
}

/** As much of the message_uuid as arrived: its last character is what a tampered body differs in. */
function sentId({ messageUuid, fault }: SimulatorDelivery): string {
  return fault === 'tampered-body' ? messageUuid.slice(0, -1) : messageUuid
}
