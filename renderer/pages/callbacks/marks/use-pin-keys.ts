import { useOfferActions } from '../../../commands/actions-provider.tsx'
import { useDesk } from '../callbacks-provider.tsx'
import { useFeedStore } from '../feed-store.ts'
import { selectedSeqs } from '../list-selection.ts'
import { usePin } from './use-pin.ts'

/** Gives the key that pins what is selected in the list something to do: with all of them pinned it unpins them. */
export function usePinKeys(): void {
  const { now } = useFeedStore()
  const { selection } = useDesk().desk
  const pin = usePin()
  const togglePin = () => {
    const seqs = selectedSeqs(selection)
    const selected = new Set(seqs)
    // Those that are not loaded go with the others.
    const loaded = now().rows.filter(({ seq }) => selected.has(seq))
    const areAllPinned = loaded.length > 0 && loaded.every(({ isPinned }) => isPinned)
    pin({ seqs: [...seqs], isPinned: !areAllPinned })
  }
  useOfferActions({ ...(selection.seq !== null && { togglePin }) })
}
