import { memo, useId } from 'react'
import type { Timeline } from '#shared/timeline/timeline.ts'
import { axisTicks } from './axis-ticks.ts'
import { type Bar, barsOf } from './bar-layout.ts'
import { KindPatterns, kindFill } from './kind-patterns.tsx'
import styles from './timeline.module.css'
import { tickWords } from './timeline-words.ts'

/** Room above the bars for the mark of failed statuses, and below them for times. */
const TOP = 7
export const AXIS_HEIGHT = 14
const WIDEST_BAR = 14

type Props = {
  readonly timeline: Timeline
  readonly width: number
  /** Of the bars, the axis aside. */
  readonly height: number
  readonly label: string
}

/** The drawing: a bar for each bucket that is not empty, and times below. */
export const TimelineBars = memo(function TimelineBars({ timeline, width, height, label }: Props) {
  const id = useId()
  const { buckets, bucketMs, countedFromMs } = timeline
  const firstMs = buckets[0]?.startMs ?? 0
  const range = { fromMs: firstMs, toMs: firstMs + buckets.length * bucketMs }
  const xOf = (atMs: number) => ((atMs - firstMs) / (range.toMs - firstMs)) * width
  const offsetMs = -new Date(range.toMs).getTimezoneOffset() * 60_000
  const slot = width / buckets.length
  const thickness = Math.max(1, Math.min(WIDEST_BAR, slot - (slot > 3 ? 1 : 0)))
  return (
    <svg role="img" aria-label={label} width={width} height={height + AXIS_HEIGHT} className={styles.drawing}>
      <KindPatterns id={id} />
      {countedFromMs !== null && countedFromMs > firstMs && (
        <rect width={Math.min(width, xOf(countedFromMs))} height={height} className={styles.uncounted} />
      )}
      <line x1={0} x2={width} y1={height - 0.5} y2={height - 0.5} className={styles.baseline} />
      {barsOf(buckets, height - TOP - 1).map((bar) => (
        <BarMark
          key={bar.startMs}
          bar={bar}
          x={xOf(bar.startMs) + (slot - thickness) / 2}
          width={thickness}
          baseline={height - 1}
          id={id}
        />
      ))}
      {axisTicks(range, width, offsetMs).map(({ atMs, x, stepMs }) => (
        <g key={atMs}>
          <line x1={x} x2={x} y1={height} y2={height + 3} className={styles.tick} />
          <text x={x} y={height + 12} textAnchor="middle" className={styles.time}>
            {tickWords(atMs, stepMs)}
          </text>
        </g>
      ))}
    </svg>
  )
})

type BarProps = {
  readonly bar: Bar
  readonly x: number
  readonly width: number
  readonly baseline: number
  readonly id: string
}

/** One bucket; a mark above it tells of failed statuses, however few they are. */
function BarMark({ bar, x, width, baseline, id }: BarProps) {
  const last = bar.segments.at(-1)
  const top = baseline - (last === undefined ? 0 : last.bottom + last.height)
  const middle = x + width / 2
  return (
    <>
      {bar.segments.map(({ kind, bottom, height }) => (
        <rect
          key={kind}
          x={x}
          y={baseline - bottom - height}
          width={width}
          height={height}
          fill={kindFill(kind, id)}
        />
      ))}
      {last?.kind === 'failed' && (
        <path d={`M${middle - 3} ${top - 6} h6 l-3 4 z`} className={styles.failed} />
      )}
    </>
  )
}
