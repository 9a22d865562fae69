import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { WireError } from '#shared/rpc.ts'
import { useWorkbench } from '../../bridge/workbench-client.tsx'
import { explanationOf } from '../../state/explanation-of.ts'
import { useDesk } from './callbacks-provider.tsx'

export type LastInbound =
  /** No ids to ask for, or the answer is on its way. */
  | { readonly state: 'none' }
  | { readonly state: 'failed'; readonly error: WireError }
  | { readonly state: 'known'; readonly lastInboundAtMs: number | null }

type Query = {
  readonly lastInbound: LastInbound
  /** The same, once it is here and nothing newer is on its way. */
  readonly ask: () => Promise<LastInbound>
}

/** When the person the reply goes to last wrote to its Page; asked again when they write (see useCallbackFeed). */
export function useLastInbound(): Query {
  const { lastInbound } = useWorkbench()
  const queries = useQueryClient()
  const { from: pageId, to: psid } = useDesk().desk.form.fields
  const isAddressed = psid !== '' && pageId !== ''
  const options = {
    queryKey: ['last-inbound', psid, pageId],
    queryFn: () => lastInbound({ psid, pageId }),
  }
  const query = useQuery({ ...options, enabled: isAddressed })
  const ask = async (): Promise<LastInbound> =>
    isAddressed ? queries.fetchQuery(options).then(known, failed) : { state: 'none' }
  if (query.error !== null) return { lastInbound: failed(query.error), ask }
  return { lastInbound: query.data === undefined ? { state: 'none' } : known(query.data), ask }
}

function known({ lastInboundAtMs }: { readonly lastInboundAtMs: number | null }): LastInbound {
  return { state: 'known', lastInboundAtMs }
}

function failed(reason: unknown): LastInbound {
  return { state: 'failed', error: explanationOf(reason) }
}
