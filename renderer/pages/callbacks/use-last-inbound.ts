import { useQuery } from '@tanstack/react-query'
import type { WireError } from '#shared/rpc.ts'
import { useWorkbench } from '../../bridge/workbench-client.tsx'
import { explanationOf } from '../../state/explanation-of.ts'
import { useDesk } from './callbacks-provider.tsx'

export type LastInbound =
  /** No ids to ask for, or the answer is on its way. */
  | { readonly state: 'none' }
  | { readonly state: 'failed'; readonly error: WireError }
  | { readonly state: 'known'; readonly lastInboundAtMs: number | null }

/** When the person the reply goes to last wrote to its Page; asked again when they write (see useCallbackFeed). */
export function useLastInbound(): LastInbound {
  const { lastInbound } = useWorkbench()
  const { from: pageId, to: psid } = useDesk().desk.form.fields
  const query = useQuery({
    queryKey: ['last-inbound', psid, pageId],
    queryFn: () => lastInbound({ psid, pageId }),
    enabled: psid !== '' && pageId !== '',
  })
  if (query.error !== null) return { state: 'failed', error: explanationOf(query.error) }
  if (query.data === undefined) return { state: 'none' }
  return { state: 'known', lastInboundAtMs: query.data.lastInboundAtMs }
}
