import { useState } from 'react'
import { numberText } from '#shared/number-text.ts'
import type { ReplayRun } from '#shared/replay.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorBox } from '../../../components/error-box.tsx'
import { Tag } from '../../../components/tag.tsx'
import { durationText } from '../../../format/format-duration.ts'
import { fullTime } from '../../../format/format-time.ts'
import { ReplayDialog } from '../../../replay-dialog/replay-dialog.tsx'
import { explanationOf } from '../../../state/explanation-of.ts'
import { RunProgress } from './run-progress.tsx'
import { countWords, mannerWords, selectionWords, stateWords } from './run-words.ts'
import styles from './runs.module.css'
import { useRunActions } from './use-run-actions.ts'

type Props = { readonly run: ReplayRun; readonly onStarted: (runId: string) => void }

/** What a run sent, where, how it went, and the ways to run it again. */
export function RunHeader({ run, onStarted }: Props) {
  const { selection } = run.request
  const { word, tone } = stateWords[run.state]
  const counts = countWords(run).map(({ text }) => text)
  // While it goes on, it is only known until when the last answer came.
  const took = run.state === 'running' ? [] : [durationText(run.durationMs)]
  const sentWords = `${numberText(run.sent)} of ${numberText(run.total)} sent`
  return (
    <header className={styles.head}>
      <div className={styles.line}>
        <h2 className={styles.heading} title={selectionWords(selection)}>
          {selectionWords(selection)} to {run.targetName}
        </h2>
        <Tag tone={tone}>{word}</Tag>
      </div>
      <p className={styles.dim}>
        {fullTime(run.startedAtMs, Date.now())} · {mannerWords(run.request)}
      </p>
      {run.state === 'running' && <RunProgress run={run} />}
      <div className={styles.foot}>
        <p>{[sentWords, ...counts, ...took].join(' · ')}</p>
        <RunButtons run={run} onStarted={onStarted} />
      </div>
    </header>
  )
}

function RunButtons({ run, onStarted }: Props) {
  const { start, cancel, error } = useRunActions(onStarted)
  const [isAsking, setIsAsking] = useState(false)
  return (
    <>
      <div className={styles.buttons}>
        {run.state === 'running' ? (
          <Button size="small" isBusy={cancel.isPending} onPress={() => cancel.mutate(run.id)}>
            Cancel the run
          </Button>
        ) : (
          <Button size="small" isBusy={start.isPending} onPress={() => start.mutate(run.request)}>
            Run again
          </Button>
        )}
        <Button size="small" onPress={() => setIsAsking(true)}>
          Run again with…
        </Button>
      </div>
      {error !== null && <ErrorBox error={explanationOf(error)} />}
      <ReplayDialog selection={run.request.selection} isOpen={isAsking} onClose={() => setIsAsking(false)} />
    </>
  )
}
