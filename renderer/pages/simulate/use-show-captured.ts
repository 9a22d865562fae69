import type { CallbackRow } from '#shared/callback.ts'
import { everything } from '#shared/messenger/matches-filter.ts'
import type { SimulatorDelivery } from '#shared/simulator.ts'
import { useWorkbench } from '../../bridge/workbench-client.tsx'
import { useShowToast } from '../../components/toasts.tsx'
import { goToPage } from '../../shell/go-to-page.ts'
import { explanationOf } from '../../state/explanation-of.ts'
import { useDesk } from '../callbacks/callbacks-provider.tsx'

/** More statuses than a message ever gets, with every repeat. */
const LOOKED_AT = 100

/** Finds what was captured of a delivery and shows it on the Callbacks page, or says that it is not there. */
export function useShowCaptured(): (delivery: SimulatorDelivery) => void {
  const { callbackPage } = useWorkbench()
  const showToast = useShowToast()
  const { pick } = useDesk()
  return (delivery) => {
    const { messageUuid, kind } = delivery
    const filter = { ...everything, kind, text: messageUuid }
    callbackPage({ filter, beforeSeq: null, limit: LOOKED_AT }).then(
      ({ rows }) => {
        const row = rows.find((candidate) => isOf(candidate, delivery))
        if (row === undefined)
          return showToast({ kind: 'done', text: 'That callback is not captured any more.' })
        pick(row)
        goToPage('callbacks')
      },
      (reason: unknown) => showToast({ kind: 'failed', error: explanationOf(reason) }),
    )
  }
}

function isOf(row: CallbackRow, { messageUuid, type, kind }: SimulatorDelivery): boolean {
  return row.messageUuid === messageUuid && (kind === 'inbound' || row.type === type)
}
