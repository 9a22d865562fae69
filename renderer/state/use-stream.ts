import { useEffect, useEffectEvent, useState } from 'react'
import type { WireError } from '#shared/rpc.ts'
import { explanationOf } from './explanation-of.ts'

type Open<E> = (signal: AbortSignal) => AsyncIterable<E>

/**
 * Reads an event stream while the calling component is shown. A dropped connection is resumed by the client; what
 * ends the stream for good is returned, to be shown.
 */
export function useStream<E>(open: Open<E>, onEvent: (event: E) => void): WireError | null {
  const [error, setError] = useState<WireError | null>(null)
  const opened = useEffectEvent(open)
  const handle = useEffectEvent(onEvent)
  useEffect(() => {
    const controller = new AbortController()
    const read = async () => {
      for await (const event of opened(controller.signal)) {
        if (controller.signal.aborted) return
        handle(event)
      }
    }
    read().catch((reason: unknown) => {
      if (!controller.signal.aborted) setError(explanationOf(reason))
    })
    return () => controller.abort()
  }, [])
  return error
}
