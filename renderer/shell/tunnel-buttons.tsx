import type { TunnelState } from '#shared/tunnel.ts'
import { Button } from '../components/button.tsx'
import { useTunnelActions } from './use-tunnel-actions.ts'

/** Start, stop, and try at once what would be tried later. */
export function TunnelButtons({ state }: { readonly state: TunnelState }) {
  const { start, stop, tryNow } = useTunnelActions()
  if (state.state === 'off') {
    return (
      <Button look="primary" onPress={start}>
        Start tunnel
      </Button>
    )
  }
  return (
    <>
      <Button onPress={stop}>Stop tunnel</Button>
      {state.state !== 'starting' && (
        <Button onPress={tryNow}>{state.state === 'online' ? 'Test now' : 'Try now'}</Button>
      )}
    </>
  )
}
