import { useEffect } from 'react'
import { numberText } from '#shared/number-text.ts'
import { useAnnounce } from '../../components/announcer.tsx'
import { Button } from '../../components/button.tsx'
import { useDesk } from './callbacks-provider.tsx'
import { useDeleteFromList } from './deleting/delete-from-list.tsx'
import { useFeed } from './feed-store.ts'
import { selectedSeqs } from './list-selection.ts'
import { useReplayFromList } from './replay-from-list.tsx'
import styles from './selection-bar.module.css'

/** How many callbacks are selected, and what can be done with them. Below the list, so that no row moves. */
export function SelectionBar() {
  const { desk, pickOnlyShown } = useDesk()
  const { ask } = useReplayFromList()
  const { deleteSelected } = useDeleteFromList()
  const announce = useAnnounce()
  const seqs = selectedSeqs(desk.selection)
  const count = desk.selection.mode === 'several' ? seqs.length : 0
  // Nobody should take the rows that are in the page for all there are.
  const isAllLoaded = useFeed(({ rows, before, hasMore }) => {
    return rows.length === count && (before !== null || hasMore)
  })
  const words = `${numberText(count)} selected${isAllLoaded ? ', all that are loaded' : ''}`
  useEffect(() => {
    if (count > 0) announce(`${words}.`)
  }, [count, words, announce])
  if (count === 0) return null
  return (
    <section className={styles.bar} aria-label="Selected callbacks">
      <span className={styles.count}>{words}</span>
      <Button size="small" onPress={() => ask({ kind: 'callbacks', seqs: [...seqs] })}>
        Replay…
      </Button>
      <Button size="small" command="list.delete" onPress={deleteSelected}>
        Delete
      </Button>
      <Button size="small" look="quiet" onPress={pickOnlyShown}>
        Clear
      </Button>
    </section>
  )
}
