import { ArrowDownWideNarrow, ArrowUpNarrowWide } from 'lucide-react'
import { type ReactNode, useEffect, useEffectEvent } from 'react'
import { everything } from '#shared/search/filter-text.ts'
import { useAnnounce } from '../../components/announcer.tsx'
import { Button } from '../../components/button.tsx'
import { FilterHelp } from '../../filter/filter-help.tsx'
import { SavedFiltersMenu } from '../../filter/saved-filters-menu.tsx'
import { useCallbackList } from './callbacks-provider.tsx'
import { useFeed } from './feed-store.ts'
import styles from './filter-summary.module.css'
import { useFoundCount } from './use-found-count.ts'

type Props = {
  /** What can be done with the list. */
  readonly children: ReactNode
}

/** What the filter finds; what can be done with it; its order, the saved filters, and how a filter is written. */
export function FilterSummary({ children }: Props) {
  const { filter, setFilter, setOrder } = useCallbackList()
  const isNewestFirst = useFeed(({ order }) => order === 'newest')
  const Icon = isNewestFirst ? ArrowDownWideNarrow : ArrowUpNarrowWide
  return (
    <div className={styles.summary}>
      <FoundCount />
      <div className={styles.actions}>{children}</div>
      <Button
        size="small"
        look="quiet"
        aria-label={
          isNewestFirst ? 'Newest first. Show the oldest first' : 'Oldest first. Show the newest first'
        }
        onPress={() => setOrder(isNewestFirst ? 'oldest' : 'newest')}
      >
        <Icon size={14} aria-hidden />
        <span className={styles.word}>{isNewestFirst ? 'Newest first' : 'Oldest first'}</span>
      </Button>
      <SavedFiltersMenu filter={filter} onApply={setFilter} isOfPage />
      <FilterHelp />
    </div>
  )
}

function FoundCount() {
  const { filter } = useCallbackList()
  const isShown = useFeed((feed) => feed.filter === filter && !feed.isStale)
  const announce = useAnnounce()
  const words = useFoundCount()
  const isKnown = words !== null && isShown
  // Once per filter: arrivals are told of elsewhere.
  const tell = useEffectEvent(() => announce(`${words ?? ''}.`))
  const told = isKnown ? filter : null
  useEffect(() => {
    if (told !== null && told !== everything) tell()
  }, [told])
  return <span className={styles.count}>{words ?? ''}</span>
}
