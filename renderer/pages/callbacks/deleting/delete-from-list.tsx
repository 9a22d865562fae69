import { createContext, type ReactNode, useRef, useState } from 'react'
import type { Deletion } from '#shared/retention.ts'
import { everything } from '#shared/search/filter-text.ts'
import { useOfferActions } from '../../../commands/actions-provider.tsx'
import { useRequired } from '../../../components/use-required.ts'
import { useDesk } from '../callbacks-provider.tsx'
import { useFeed, useFeedStore } from '../feed-store.ts'
import { selectedSeqs } from '../list-selection.ts'
import { DeleteDialog } from './delete-dialog.tsx'
import { rowAfter } from './row-after.ts'
import { useDeleteCallbacks } from './use-delete-callbacks.ts'

type DeleteFromList = {
  /** At once; it can be taken back. */
  readonly deleteSelected: () => void
  /** Says first how many that are. */
  readonly askForFilter: (filter: string) => void
}

const DeleteFromListContext = createContext<DeleteFromList | null>(null)

export function useDeleteFromList(): DeleteFromList {
  return useRequired(DeleteFromListContext)
}

/** Lets every part of the page delete callbacks, and gives the keys for it something to do. */
export function DeleteFromListProvider({ children }: { readonly children: ReactNode }) {
  const feed = useFeedStore()
  const isEmpty = useFeed(({ rows }) => rows.length === 0)
  const { desk, moveOn } = useDesk()
  const { remove, undoLast } = useDeleteCallbacks()
  const [asked, setAsked] = useState<string | null>(null)
  const { selection } = desk
  const seqs = selectedSeqs(selection)
  const isUnderWay = useRef(false)

  const deleteSelected = async () => {
    // Pressed again before the answer, the key means what is on its way already.
    if (isUnderWay.current) return
    isUnderWay.current = true
    const next = rowAfter(feed.now().rows, new Set(seqs))
    const deleted = await remove({ what: { kind: 'callbacks', seqs: [...seqs] }, includesKept: false })
    isUnderWay.current = false
    if (deleted === null || deleted.count === 0) return
    moveOn(selection, selection.mode === 'following' ? null : next)
  }
  const deleteFiltered = async (filter: string, includesKept: boolean) => {
    const deletion: Deletion = { what: { kind: 'filter', filter }, includesKept }
    const deleted = await remove(deletion)
    if (deleted !== null && deleted.count > 0) moveOn(selection, null)
  }
  useOfferActions({
    ...(seqs.length > 0 && { deleteSelected: () => void deleteSelected() }),
    ...(!isEmpty && { deleteAll: () => void deleteFiltered(everything, false) }),
    ...(undoLast !== null && { undoDelete: undoLast }),
  })
  const controls = { deleteSelected: () => void deleteSelected(), askForFilter: setAsked }
  return (
    <DeleteFromListContext value={controls}>
      {children}
      {asked !== null && (
        <DeleteDialog
          filter={asked}
          onClose={() => setAsked(null)}
          onDelete={(includesKept) => {
            setAsked(null)
            void deleteFiltered(asked, includesKept)
          }}
        />
      )}
    </DeleteFromListContext>
  )
}
