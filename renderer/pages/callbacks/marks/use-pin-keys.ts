import { useOfferActions } from '../../../commands/actions-provider.tsx'
import { useDesk } from '../callbacks-provider.tsx'
import { useFeedStore } from '../feed-store.ts'
import { isSelected } from '../list-selection.ts'
import { usePin } from './use-pin.ts'

/** Gives the key that pins what is selected in the list something to do. */
export function usePinKeys(): void {
  const feed = useFeedStore()
  const { selection } = useDesk().desk
  const pin = usePin()
  const hasSelection = selection.seq !== null
  useOfferActions({
    ...(hasSelection && {
      togglePin: () => pin(feed.now().rows.filter(({ seq }) => isSelected(selection, seq))),
    }),
  })
}
