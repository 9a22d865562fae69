import { Button } from '../../components/button.tsx'
import { ErrorBox } from '../../components/error-box.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { CallbackListBox } from './callback-list-box.tsx'
import { useCallbackList } from './callbacks-provider.tsx'
import styles from './callbacks-region.module.css'
import { FilterBar } from './filter-bar.tsx'
import { ListEmptyState } from './list-empty-state.tsx'
import { usePinKeys } from './marks/use-pin-keys.ts'
import { SelectionBar } from './selection-bar.tsx'
import { CallbacksTimeline } from './timeline/callbacks-timeline.tsx'

/** The list with its search box and everything it can say instead of rows. */
export function CallbacksRegion() {
  const { feed, reload, streamError } = useCallbackList()
  usePinKeys()
  const isEmpty = feed.rows.length === 0
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
      {feed.error !== null && (
        <div className={styles.error}>
          <ErrorBox error={feed.error}>
            <Button onPress={reload}>Try again</Button>
          </ErrorBox>
        </div>
      )}
      {!isEmpty && <CallbackListBox />}
      {!isEmpty && <SelectionBar />}
      {isEmpty && feed.progress === 'first-page' && <Waiting>Looking for callbacks…</Waiting>}
      {isEmpty && feed.progress === 'idle' && feed.error === null && <ListEmptyState />}
    </section>
  )
}
