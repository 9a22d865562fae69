import { useId } from 'react'
import type { TimeRange } from '#shared/timeline/buckets.ts'
import type { Timeline, TimelineBucket } from '#shared/timeline/timeline.ts'
import { bucketAt, placeOf, type Strip, selectionOf } from './brush.ts'
import styles from './timeline.module.css'
import { TimelineBars } from './timeline-bars.tsx'
import { TimelineTable } from './timeline-table.tsx'
import { TimelineTooltip } from './timeline-tooltip.tsx'
import { countWords, doubtWords, rangeWords, summaryWords } from './timeline-words.ts'
import { useBrush } from './use-brush.ts'

type Props = {
  readonly timeline: Timeline & { readonly range: TimeRange }
  readonly width: number
  readonly height: number
  readonly onChoose: (range: TimeRange) => void
  readonly onEscape: () => boolean
}

/** The strip itself: bars, a cursor to read them with, and a selection that filters. */
export function TimelineStrip({ timeline, width, height, onChoose, onEscape }: Props) {
  const helpId = useId()
  const { buckets, bucketMs } = timeline
  const strip: Strip = { firstMs: buckets[0]?.startMs ?? 0, bucketMs, count: buckets.length }
  const { brush, hoverMs, isDragging, ...handlers } = useBrush({ strip, onChoose, onEscape })
  const shownMs = hoverMs === null ? null : { anchorMs: hoverMs, headMs: hoverMs }
  const pointed = isDragging ? brush : (shownMs ?? brush)
  const told = pointed === null ? null : selectionOf(strip, pointed)
  const counts = told === null ? null : sumOf(buckets, told)
  const selection = brush === null ? null : selectionOf(strip, brush)
  const nowMs = Date.now()
  const valueText =
    selection === null
      ? summaryWords(timeline, nowMs)
      : `${rangeWords(selection, nowMs)}: ${countWords(sumOf(buckets, selection))}`
  return (
    <div className={styles.strip}>
      <TimelineBars timeline={timeline} width={width} height={height} label={summaryWords(timeline, nowMs)} />
      {selection !== null && <Stretch strip={strip} range={selection} className={styles.selection} />}
      {told !== null && <Stretch strip={strip} range={told} className={styles.pointed} />}
      <div
        role="slider"
        tabIndex={0}
        aria-label="Time on the timeline"
        aria-valuemin={1}
        aria-valuemax={strip.count}
        aria-valuenow={brush === null ? strip.count : bucketAt(strip, brush.headMs) + 1}
        aria-valuetext={valueText}
        aria-describedby={helpId}
        className={styles.cursor}
        {...handlers}
      />
      <p id={helpId} className={styles.hidden}>
        Arrow keys move, with Shift they select. Enter shows only the callbacks of that time, Escape shows
        all.
      </p>
      {told !== null && counts !== null && (
        <TimelineTooltip
          counts={counts}
          range={told}
          doubt={doubtWords(timeline, told.fromMs)}
          x={placeOf(strip, told).left * width}
          width={width}
        />
      )}
      <TimelineTable timeline={timeline} />
    </div>
  )
}

type StretchProps = {
  readonly strip: Strip
  readonly range: TimeRange
  readonly className: string | undefined
}

function Stretch({ strip, range, className }: StretchProps) {
  const { left, right } = placeOf(strip, range)
  return <div className={className} style={{ left: `${left * 100}%`, width: `${(right - left) * 100}%` }} />
}

function sumOf(buckets: readonly TimelineBucket[], { fromMs, toMs }: TimeRange) {
  const sum = { inbound: 0, status: 0, failed: 0, other: 0 }
  for (const { startMs, inbound, status, failed, other } of buckets) {
    if (startMs < fromMs || startMs >= toMs) continue
    sum.inbound += inbound
    sum.status += status
    sum.failed += failed
    sum.other += other
  }
  return sum
}
