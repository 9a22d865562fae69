import { memo } from 'react'
import { numberText } from '#shared/number-text.ts'
import type { ReplayResult } from '#shared/replay.ts'
import { Tag } from '../../../components/tag.tsx'
import { durationText } from '../../../format/format-duration.ts'
import { classNames } from '../../../theme/class-names.ts'
import { comparisonWords, outcomeWords } from './result-words.ts'
import styles from './results.module.css'

export const RESULT_HEIGHT = 52

export function resultDomId(index: number): string {
  return `result-${index}`
}

type Props = {
  readonly result: ReplayResult
  /** In the list, from 0. */
  readonly place: number
  readonly setSize: number
  readonly isOpen: boolean
  readonly onOpen: (index: number) => void
}

export const ResultRow = memo(function ResultRow({ result, place, setSize, isOpen, onOpen }: Props) {
  const { index, type, summary, delivery, comparison } = result
  const outcome = outcomeWords(delivery.outcome)
  const { word, tone, difference } = comparisonWords(comparison)
  return (
    <div
      id={resultDomId(index)}
      role="option"
      aria-selected={isOpen}
      aria-setsize={setSize}
      aria-posinset={place + 1}
      tabIndex={-1}
      onMouseDown={(event) => {
        if (event.button === 0) onOpen(index)
      }}
      className={classNames(styles.columns, styles.row, isOpen && styles.open)}
      style={{ height: RESULT_HEIGHT, transform: `translateY(${place * RESULT_HEIGHT}px)` }}
    >
      <span className={styles.index}>{numberText(index + 1)}</span>
      <span className={styles.cell}>
        <b>{type}</b>
        <span className={styles.second} title={summary}>
          {summary}
        </span>
      </span>
      <span className={styles.cell}>
        <span>
          <Tag tone={outcome.tone}>{outcome.word}</Tag>
        </span>
        {outcome.why !== null && (
          <span className={styles.second} title={outcome.why}>
            {outcome.why}
          </span>
        )}
      </span>
      <span className={styles.duration}>{durationText(delivery.durationMs)}</span>
      <span className={styles.cell}>
        <span>
          <Tag tone={tone}>{word}</Tag>
        </span>
        {difference !== '' && (
          <span className={styles.second} title={difference}>
            {difference}
          </span>
        )}
      </span>
    </div>
  )
})
