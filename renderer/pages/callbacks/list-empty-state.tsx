import { countText } from '#shared/count-text.ts'
import { everything } from '#shared/search/filter-text.ts'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Explanation } from '../../components/explanation.tsx'
import { goToPage } from '../../shell/go-to-page.ts'
import { useWorkbenchState } from '../../state/workbench-state.tsx'
import { useCallbackList } from './callbacks-provider.tsx'
import { useFeed } from './feed-store.ts'
import { FirstCallback } from './first-callback.tsx'

/** Why there are no rows, and the one thing to do about it. */
export function ListEmptyState() {
  const { setFilter } = useCallbackList()
  const total = useFeed((feed) => feed.total)
  const { listener } = useWorkbenchState()
  if (total > 0) {
    const all = total === 1 ? 'the only callback' : `all ${countText(total, 'callback')}`
    return (
      <EmptyState sentence={`The filter hides ${all}.`}>
        <Button onPress={() => setFilter(everything)}>Clear filter</Button>
      </EmptyState>
    )
  }
  if (listener.state === 'failed') {
    return (
      <EmptyState sentence={<Explanation error={listener.error} />}>
        <Button onPress={() => goToPage('settings')}>Settings</Button>
      </EmptyState>
    )
  }
  return <FirstCallback inboundUrl={listener.inboundUrl} />
}
