import type { CSSProperties } from 'react'
import { VisuallyHidden } from 'react-aria-components'
import type { Exchange } from '#shared/exchange.ts'
import { delayText } from '../format/format-duration.ts'
import { clockTimeMs, localDateTime } from '../format/format-time.ts'
import { classNames } from '../theme/class-names.ts'
import styles from './exchange-lanes.module.css'
import { LANES, type LaneRow, type LaneStep, laneNames, laneRows } from './exchange-steps.ts'

type Props = {
  readonly exchange: Exchange
  /** The callback that is looked at. */
  readonly currentSeq: number | null
  readonly onShow: (seq: number) => void
}

/** One exchange as arrows between those who take part, from top to bottom; read out, it is a list in order of time. */
export function ExchangeLanes({ exchange, currentSeq, onShow }: Props) {
  const rows = laneRows(exchange)
  return (
    <div className={styles.lanes}>
      <div className={styles.head} aria-hidden>
        <span />
        {LANES.map((lane) => (
          <b key={lane}>{laneNames[lane]}</b>
        ))}
      </div>
      <ol className={styles.rows} aria-label="The exchange, in order of time">
        {rows.map((row) => (
          <Row key={row.key} row={row} currentSeq={currentSeq} onShow={onShow} />
        ))}
      </ol>
      {exchange.isCut && (
        <p className={styles.cut}>More messages followed. Open the exchange from one of them to see it.</p>
      )}
    </div>
  )
}

type RowProps = Omit<Props, 'exchange'> & { readonly row: LaneRow }

function Row({ row, currentSeq, onShow }: RowProps) {
  if (row.kind === 'gap') {
    return <li className={styles.gap}>{delayText(row.lengthMs)} later</li>
  }
  const { step, offsetMs } = row
  const isCurrent = step.seq !== null && step.seq === currentSeq && !step.isAnswer
  return (
    <li className={classNames(styles.row, isCurrent && styles.current)} aria-current={isCurrent || undefined}>
      <span className={styles.time} title={localDateTime(step.atMs)}>
        <time>{step.isBefore ? 'before' : clockTimeMs(step.atMs)}</time>
        <span className={styles.offset}>{step.isBefore ? clockTimeMs(step.atMs) : offsetText(offsetMs)}</span>
      </span>
      <Arrow step={step} onShow={onShow} />
    </li>
  )
}

function Arrow({ step, onShow }: { readonly step: LaneStep; readonly onShow: (seq: number) => void }) {
  const { seq, label } = step
  const [from, to] = [LANES.indexOf(step.from), LANES.indexOf(step.to)]
  const left = Math.min(from, to)
  const span = Math.abs(to - from)
  return (
    <span className={styles.field}>
      <span
        className={classNames(
          styles.arrow,
          styles[step.tone],
          to > from ? styles.right : styles.left,
          step.isAnswer && styles.answer,
        )}
        style={extentOf(left, span)}
      >
        <VisuallyHidden>
          {laneNames[step.from]} to {laneNames[step.to]}:{' '}
        </VisuallyHidden>
        {seq === null ? (
          <span className={styles.label} dir="auto" title={label}>
            {label}
          </span>
        ) : (
          <button
            type="button"
            className={styles.label}
            dir="auto"
            title={`${label}. Show this callback.`}
            onClick={() => onShow(seq)}
          >
            {label}
          </button>
        )}
        <span className={styles.shaft} aria-hidden />
      </span>
    </span>
  )
}

/** Where an arrow begins and how far it goes, for its style sheet. */
function extentOf(left: number, span: number): CSSProperties {
  return Object.fromEntries([
    ['--start', `${12.5 + left * 25}%`],
    ['--span', `${span * 25}%`],
  ])
}

/** Since the first arrow; what takes milliseconds is told in them. */
function offsetText(ms: number): string {
  return ms < 1_000 ? `+${Math.round(Math.max(0, ms))} ms` : `+${delayText(ms)}`
}
