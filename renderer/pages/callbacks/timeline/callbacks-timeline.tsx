import { ChevronDown, ChevronRight, X, ZoomOut } from 'lucide-react'
import { useRef } from 'react'
import { Button } from 'react-aria-components'
import type { TimeRange } from '#shared/timeline/buckets.ts'
import { hasRange, withoutRange, withRange } from '#shared/timeline/range-text.ts'
import type { Timeline } from '#shared/timeline/timeline.ts'
import { widerRange } from '#shared/timeline/wider-range.ts'
import { IconButton } from '../../../components/icon-button.tsx'
import { useHandOverFocus } from '../../../components/use-hand-over-focus.ts'
import { classNames } from '../../../theme/class-names.ts'
import { useCallbackList } from '../callbacks-provider.tsx'
import { useFeed } from '../feed-store.ts'
import { KindSwatch } from './kind-swatch.tsx'
import styles from './timeline.module.css'
import { AXIS_HEIGHT } from './timeline-bars.tsx'
import { TimelineStrip } from './timeline-strip.tsx'
import { kindWord, listedKinds, rangeWords } from './timeline-words.ts'
import { useCollapsed } from './use-collapsed.ts'
import { useElementWidth } from './use-element-width.ts'
import { useStripHeight } from './use-strip-height.ts'
import { useTimeline } from './use-timeline.ts'

/** So wide is a bucket at least, and so many there are at most. */
const NARROWEST = 4
const MOST = 240

/** Callbacks by time, above the list: shows gaps and bursts, and filters by time. */
export function CallbacksTimeline() {
  const { filter, setFilter } = useCallbackList()
  const isNothingStored = useFeed(({ total }) => total === 0)
  const [isCollapsed, setIsCollapsed] = useCollapsed()
  const [box, width] = useElementWidth()
  const height = useStripHeight()
  // Not another size for every pixel that the list gets wider.
  const buckets = Math.min(MOST, Math.floor(width / NARROWEST / 10) * 10)
  const { timeline, error, reload } = useTimeline(buckets, !isCollapsed)
  const isRestricted = hasRange(filter, Date.now())
  const showAll = () => setFilter(withoutRange(filter, Date.now()))
  const choose = (range: TimeRange) => setFilter(withRange(filter, range, Date.now()))

  if (isNothingStored) return null
  return (
    <section aria-label="Callbacks over time" className={styles.timeline}>
      <div className={styles.head}>
        <Button
          aria-expanded={!isCollapsed}
          onPress={() => setIsCollapsed(!isCollapsed)}
          className={classNames(styles.toggle)}
        >
          {isCollapsed ? <ChevronRight size={13} aria-hidden /> : <ChevronDown size={13} aria-hidden />}
          Timeline
        </Button>
        {isRestricted && timeline !== null ? (
          <ShownRange timeline={timeline} onShowAll={showAll} onChoose={choose} />
        ) : (
          !isCollapsed && timeline !== null && <Legend timeline={timeline} />
        )}
      </div>
      {!isCollapsed && (
        // The list below stays where it is when the bars come.
        <div ref={box} style={{ minHeight: height + AXIS_HEIGHT }}>
          {error !== null && error.code !== 'BAD_FILTER' && (
            <p className={styles.trouble}>
              {error.what} <Button onPress={reload}>Try again</Button>
            </p>
          )}
          {error === null && timeline !== null && hasBuckets(timeline) && (
            <TimelineStrip
              timeline={timeline}
              width={width}
              height={height}
              onChoose={choose}
              onEscape={() => {
                if (isRestricted) showAll()
                return isRestricted
              }}
            />
          )}
          {error === null && timeline !== null && !hasBuckets(timeline) && (
            <p className={styles.nothing}>No callback matches.</p>
          )}
        </div>
      )}
    </section>
  )
}

function hasBuckets(timeline: Timeline): timeline is Timeline & { readonly range: TimeRange } {
  return timeline.range !== null && timeline.buckets.length > 0
}

/** The kinds that occur. */
function Legend({ timeline }: { readonly timeline: Timeline }) {
  const kinds = listedKinds.filter((kind) => timeline.buckets.some((bucket) => bucket[kind] > 0))
  return (
    <ul className={styles.legend} aria-label="Kinds">
      {kinds.map((kind) => (
        <li key={kind}>
          <KindSwatch kind={kind} />
          {kindWord(kind)}
        </li>
      ))}
    </ul>
  )
}

type ShownRangeProps = {
  readonly timeline: Timeline
  readonly onShowAll: () => void
  readonly onChoose: (range: TimeRange) => void
}

/** The strip; where that is folded away, what unfolds it. */
const STRIP: readonly string[] = ['[role="slider"]', 'button']

/** The time the filter allows, and two ways to see more. */
function ShownRange({ timeline, onShowAll, onChoose }: ShownRangeProps) {
  const { range, oldestMs, newestMs } = timeline
  const box = useRef<HTMLDivElement>(null)
  useHandOverFocus(box, 'section', STRIP)
  const all = oldestMs === null || newestMs === null ? null : { fromMs: oldestMs, toMs: newestMs + 1_000 }
  const zoomOut = () => {
    const wider = range === null ? null : widerRange(range, all)
    if (wider === null) onShowAll()
    else onChoose(wider)
  }
  return (
    <div ref={box} className={styles.shown}>
      {range !== null && (
        <span className={styles.range}>
          <span className={styles.rangeText}>{rangeWords(range, Date.now())}</span>
          <IconButton label="Show all times" onPress={onShowAll}>
            <X size={12} aria-hidden />
          </IconButton>
        </span>
      )}
      <IconButton label="Zoom out" onPress={zoomOut}>
        <ZoomOut size={14} aria-hidden />
      </IconButton>
    </div>
  )
}
