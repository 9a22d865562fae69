import { useRef } from 'react'
import type { ReplayRun } from '#shared/replay.ts'
import { Tag } from '../../../components/tag.tsx'
import { durationText } from '../../../format/format-duration.ts'
import { listTime } from '../../../format/format-time.ts'
import { useMinute } from '../../../state/use-minute.ts'
import { classNames } from '../../../theme/class-names.ts'
import { RunProgress } from './run-progress.tsx'
import { countWords, mannerWords, selectionWords, stateWords } from './run-words.ts'
import styles from './runs.module.css'

type Props = {
  readonly runs: readonly ReplayRun[]
  readonly selectedId: string
  readonly onSelect: (id: string) => void
}

function runDomId(id: string): string {
  return `run-${id}`
}

/** The runs, newest first. One tab stop; the arrow keys move the selection. */
export function RunList({ runs, selectedId, onSelect }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const nowMs = useMinute()
  const index = runs.findIndex(({ id }) => id === selectedId)
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    Home: 0,
    End: runs.length - 1,
  }
  return (
    <div
      ref={box}
      role="listbox"
      aria-label="Runs, newest first"
      aria-activedescendant={runDomId(selectedId)}
      tabIndex={0}
      data-pane-focus
      className={styles.list}
      onKeyDown={(event) => {
        const run = runs[moves[event.key] ?? -1]
        if (run === undefined) return
        event.preventDefault()
        onSelect(run.id)
        document.getElementById(runDomId(run.id))?.scrollIntoView({ block: 'nearest' })
      }}
    >
      {runs.map((run) => (
        <RunItem
          key={run.id}
          run={run}
          nowMs={nowMs}
          isSelected={run.id === selectedId}
          onSelect={() => onSelect(run.id)}
        />
      ))}
    </div>
  )
}

type ItemProps = {
  readonly run: ReplayRun
  readonly nowMs: number
  readonly isSelected: boolean
  readonly onSelect: () => void
}

function RunItem({ run, nowMs, isSelected, onSelect }: ItemProps) {
  const { word, tone } = stateWords[run.state]
  return (
    <div
      id={runDomId(run.id)}
      role="option"
      aria-selected={isSelected}
      tabIndex={-1}
      className={classNames(styles.run, isSelected && styles.selected)}
      onMouseDown={(event) => {
        if (event.button === 0) onSelect()
      }}
    >
      <span className={styles.line}>
        <b className={styles.what} title={selectionWords(run.request.selection)}>
          {selectionWords(run.request.selection)}
        </b>
        <time className={styles.time}>{listTime(run.startedAtMs, nowMs)}</time>
      </span>
      <span className={styles.dim} title={run.targetName}>
        to {run.targetName}
      </span>
      <span className={styles.dim}>{mannerWords(run.request)}</span>
      {run.state === 'running' && <RunProgress run={run} />}
      <span className={styles.counts}>
        <Tag tone={tone}>{word}</Tag>
        {countWords(run).map((count) => (
          <span key={count.text} className={classNames(styles[count.tone])}>
            {count.text}
          </span>
        ))}
        {run.state !== 'running' && <span className={styles.dim}>{durationText(run.durationMs)}</span>}
      </span>
    </div>
  )
}
