import { useCallback } from 'react'
import type { CallbackRow } from '#shared/callback.ts'
import { goToPage } from '../../shell/go-to-page.ts'
import { useDesk } from './callbacks-provider.tsx'

/** Shows a callback on the Callbacks page, from whatever page: selected, and in view where the list has it. */
export function useShowRow(): (row: CallbackRow) => void {
  const { seek } = useDesk()
  return useCallback(
    (row: CallbackRow) => {
      seek(row)
      goToPage('callbacks')
    },
    [seek],
  )
}
