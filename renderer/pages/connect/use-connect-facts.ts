import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { Asked, ConnectFacts } from '#shared/messenger/connect-lights.ts'
import type { ProfileView } from '#shared/profile.ts'
import { useWorkbench } from '../../bridge/workbench-client.tsx'
import { explanationOf } from '../../state/explanation-of.ts'
import { useWorkbenchState } from '../../state/workbench-state.tsx'
import { isPointedHere } from './is-pointed-here.ts'

/** Asked only when told to, and kept while the page is open: a look at another page loses nothing. */
const ON_REQUEST = { enabled: false, gcTime: Number.POSITIVE_INFINITY } as const

/** What is known of the way from Vonage to here, and `ask` to find out the rest. */
export function useConnectFacts(profile: ProfileView) {
  const { compareApplicationKey, pageLinks, pointPreview } = useWorkbench()
  const state = useWorkbenchState()
  const { tunnel, signedCallbackAtMs } = state
  const { id: profileId, applicationId, apiKey, baseUrl, secrets } = profile
  const isSimulator = baseUrl.kind === 'simulator'
  const hasAccount = apiKey !== '' && secrets.apiSecret.state === 'set'
  const key = ['connect', profileId, applicationId, apiKey] as const

  const keyChecks = useQuery({
    queryKey: [...key, 'key'],
    queryFn: async () => (await compareApplicationKey({ profileId, applicationId, token: null })).checks,
    ...ON_REQUEST,
  })
  const links = useQuery({
    queryKey: [...key, 'links'],
    queryFn: async () => (await pageLinks({ profileId })).pages,
    ...ON_REQUEST,
  })
  const pointed = useQuery({
    queryKey: [...key, 'pointed', tunnel.addresses],
    queryFn: async () => {
      const request = { profileId, applicationId, publicUrl: null, version: null }
      return (await pointPreview(request)).changes.length === 0
    },
    ...ON_REQUEST,
  })
  const facts: ConnectFacts = {
    profile,
    keyChecks: askedOf(keyChecks),
    pageLinks: askedOf(links),
    tunnel: tunnel.state,
    isPointedHere: isPointedHere(profile, state) ? { kind: 'answered', value: true } : askedOf(pointed),
    signedCallbackAtMs,
  }
  const ask = async () => {
    const canLook = isSimulator || tunnel.state.state === 'online'
    await Promise.all([
      isSimulator ? null : keyChecks.refetch(),
      isSimulator ? null : links.refetch(),
      canLook ? pointed.refetch() : null,
    ])
  }
  const isAsking = keyChecks.isFetching || links.isFetching || pointed.isFetching
  return { facts, ask, isAsking, canAsk: hasAccount && applicationId !== '' }
}

function askedOf<T>({ data, error }: UseQueryResult<T>): Asked<T> {
  if (error !== null) return { kind: 'failed', error: explanationOf(error) }
  return data === undefined ? { kind: 'not-asked' } : { kind: 'answered', value: data }
}
