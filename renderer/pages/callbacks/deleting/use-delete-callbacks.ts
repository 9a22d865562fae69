import { useCallback, useState } from 'react'
import { type Deletion, UNDO_MS } from '#shared/retention.ts'
import { useWorkbench } from '../../../bridge/workbench-client.tsx'
import { useShowToast } from '../../../components/toasts.tsx'
import { explanationOf } from '../../../state/explanation-of.ts'
import { backWords, deletedWords } from './deletion-words.ts'

type Deleted = { readonly id: number; readonly count: number; readonly kept: number }

/** Deletes callbacks and offers to bring them back. */
export function useDeleteCallbacks() {
  const { deleteCallbacks, undoDelete } = useWorkbench()
  const show = useShowToast()
  const [last, setLast] = useState<Deleted | null>(null)

  const undo = useCallback(
    async ({ id, count }: Deleted) => {
      const about = `deletion ${id}`
      try {
        await undoDelete({ id })
        show({ kind: 'done', about, text: backWords(count) })
      } catch (reason) {
        show({ kind: 'failed', about, error: explanationOf(reason) })
      }
    },
    [undoDelete, show],
  )

  const remove = useCallback(
    async (deletion: Deletion): Promise<Deleted | null> => {
      try {
        const deleted = await deleteCallbacks(deletion)
        const about = `deletion ${deleted.id}`
        const text = deletedWords(deleted)
        if (deleted.count === 0) {
          show({ kind: 'done', about, text })
          return deleted
        }
        const takeBack = () => {
          setLast((one) => (one?.id === deleted.id ? null : one))
          void undo(deleted)
        }
        show({ kind: 'done', about, text, action: { text: 'Undo', onPress: takeBack, forMs: UNDO_MS } })
        setLast(deleted)
        setTimeout(() => setLast((one) => (one?.id === deleted.id ? null : one)), UNDO_MS)
        return deleted
      } catch (reason) {
        show({ kind: 'failed', error: explanationOf(reason) })
        return null
      }
    },
    [deleteCallbacks, show, undo],
  )

  /** Brings back what was deleted last; null when that is not offered. */
  const undoLast =
    last === null
      ? null
      : () => {
          setLast(null)
          void undo(last)
        }
  return { remove, undoLast }
}
