import { useMutation } from '@tanstack/react-query'
import { Heading, ProgressBar } from 'react-aria-components'
import type { SessionJob } from '#shared/session/session-job.ts'
import { useWorkbench } from '../bridge/workbench-client.tsx'
import { Button } from '../components/button.tsx'
import dialogStyles from '../components/dialog.module.css'
import { ErrorBox } from '../components/error-box.tsx'
import { classNames } from '../theme/class-names.ts'
import styles from './session.module.css'
import { endWords, fractionOf, progressWords } from './session-words.ts'
import { isOver } from './use-session-jobs.ts'

type Props = { readonly job: SessionJob; readonly onClose: () => void }

/** How far an export or import is, and what came of it where that is more than a sentence. It goes on when it is closed. */
export function JobReport({ job, onClose }: Props) {
  return (
    <>
      <Heading slot="title" className={classNames(dialogStyles.title)}>
        {titleOf(job)}
      </Heading>
      {isOver(job) ? <Result job={job} onClose={onClose} /> : <Progress job={job} onClose={onClose} />}
    </>
  )
}

function titleOf({ kind, state, fileName }: SessionJob): string {
  const isExport = kind === 'export'
  if (state === 'failed') return isExport ? 'The export has failed' : 'The import has failed'
  if (state === 'done') return isExport ? 'Exported' : 'Imported'
  return isExport ? `Exporting to ${fileName}` : `Importing ${fileName}`
}

function Progress({ job, onClose }: Props) {
  const { cancelSessionJob } = useWorkbench()
  const { mutate, isPending } = useMutation({ mutationFn: () => cancelSessionJob({ jobId: job.id }) })
  const fraction = fractionOf(job)
  return (
    <>
      <ProgressBar
        aria-label={job.kind === 'export' ? 'Export' : 'Import'}
        value={(fraction ?? 0) * 100}
        isIndeterminate={fraction === null}
        valueLabel={progressWords(job)}
        className={classNames(styles.progress)}
      >
        {({ percentage, valueText }) => (
          <>
            <div className={styles.track}>
              <div className={styles.fill} style={{ width: `${percentage ?? 30}%` }} />
            </div>
            <p className={styles.hint}>{valueText}</p>
          </>
        )}
      </ProgressBar>
      <div className={dialogStyles.buttons}>
        <Button onPress={() => mutate()} isBusy={isPending}>
          Cancel
        </Button>
        <Button onPress={onClose} autoFocus>
          Go on in the background
        </Button>
      </div>
    </>
  )
}

function Result({ job, onClose }: Props) {
  const { error, faults } = job
  return (
    <>
      {error !== null && <ErrorBox error={error} />}
      {(error === null || job.callbacks > 0) && <p className={styles.words}>{endWords(job)}</p>}
      {faults.first.length > 0 && (
        <ul className={styles.faults} aria-label="What could not be read">
          {faults.first.map(({ place, what }) => (
            <li key={place}>
              <b>{place}</b>: {what}
            </li>
          ))}
        </ul>
      )}
      {faults.count > faults.first.length && (
        <p className={styles.hint}>These are the first {faults.first.length}.</p>
      )}
      <div className={dialogStyles.buttons}>
        <Button onPress={onClose} autoFocus>
          Close
        </Button>
      </div>
    </>
  )
}
