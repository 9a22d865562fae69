import { useQuery } from '@tanstack/react-query'
import type { WireError } from '#shared/rpc.ts'
import { useWorkbench } from '../bridge/workbench-client.tsx'
import { explanationOf } from '../state/explanation-of.ts'

export type OriginalText = {
  /** Null while it loads, where it is no text, and where there are several. */
  readonly text: string | null
  /** Whether the body is bytes that no text stands for. */
  readonly isBinary: boolean
  readonly error: WireError | null
}

/** The body of one callback as text, to be edited. */
export function useOriginalText(seq: number | null): OriginalText {
  const { callback } = useWorkbench()
  const { data, error } = useQuery({
    queryKey: ['callback', seq],
    queryFn: () => (seq === null ? null : callback({ seq })),
  })
  const body = data?.body ?? null
  return {
    text: body?.encoding === 'utf8' ? body.text : null,
    isBinary: body?.encoding === 'base64',
    error: error === null ? null : explanationOf(error),
  }
}
