import { Button } from '../../components/button.tsx'
import { ErrorBox } from '../../components/error-box.tsx'
import { StandIn } from '../../components/stand-in.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { CallbackListBox } from './callback-list-box.tsx'
import { useCallbackList } from './callbacks-provider.tsx'
import styles from './callbacks-region.module.css'
import { useFeed } from './feed-store.ts'
import { FilterBar } from './filter-bar.tsx'
import { ListEmptyState } from './list-empty-state.tsx'
import { SelectionBar } from './selection-bar.tsx'
import { CallbacksTimeline } from './timeline/callbacks-timeline.tsx'

/** The list with its search box and everything it can say instead of rows. */
export function CallbacksRegion() {
  const { reload, streamError } = useCallbackList()
  const isEmpty = useFeed(({ rows }) => rows.length === 0)
  const progress = useFeed((feed) => feed.progress)
  const error = useFeed((feed) => feed.error)
  return (
    <section aria-label="Callbacks" className={styles.region} data-pane>
      <FilterBar />
      <CallbacksTimeline />
      {streamError !== null && (
        <div className={styles.error}>
          <ErrorBox error={streamError}>
            <Button onPress={() => location.reload()}>Reload the page</Button>
          </ErrorBox>
        </div>
      )}
      {error !== null && (
        <div className={styles.error}>
          <ErrorBox error={error}>
            <Button onPress={reload}>Try again</Button>
          </ErrorBox>
        </div>
      )}
      {!isEmpty && <CallbackListBox />}
      {!isEmpty && <SelectionBar />}
      {isEmpty && (
        // The keys of the list work here too: what was deleted last can be taken back.
        <div data-scope="list" className={styles.scope}>
          <StandIn className={styles.instead}>
            {progress === 'first-page' && <Waiting>Looking for callbacks…</Waiting>}
            {progress === 'idle' && error === null && <ListEmptyState />}
          </StandIn>
        </div>
      )}
    </section>
  )
}
