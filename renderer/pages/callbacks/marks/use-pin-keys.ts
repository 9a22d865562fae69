import { useOfferActions } from '../../../commands/actions-provider.tsx'
import { useCallbackList, useDesk } from '../callbacks-provider.tsx'
import { isSelected } from '../list-selection.ts'
import { usePin } from './use-pin.ts'

/** Gives the key that pins what is selected in the list something to do. */
export function usePinKeys(): void {
  const { rows } = useCallbackList().feed
  const { selection } = useDesk().desk
  const pin = usePin()
  const hasSelection = selection.seq !== null
  useOfferActions({
    ...(hasSelection && { togglePin: () => pin(rows.filter(({ seq }) => isSelected(selection, seq))) }),
  })
}
