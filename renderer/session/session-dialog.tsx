import type { SessionJob } from '#shared/session/session-job.ts'
import { DialogWindow } from '../components/dialog-window.tsx'
import { ExportForm } from './export-form.tsx'
import { JobReport } from './job-report.tsx'
import styles from './session.module.css'

type Props = {
  /** Asks what is exported and how, before any job is told of. */
  readonly isAsking: boolean
  readonly onAsked: () => void
  readonly job: SessionJob | undefined
  readonly onJobClose: (job: SessionJob) => void
}

/** One window for the question and what comes of it: when it closes, the focus goes back to where it was before both. */
export function SessionDialog({ isAsking, onAsked, job, onJobClose }: Props) {
  if (isAsking) {
    return (
      <DialogWindow isOpen onClose={onAsked} className={styles.modal}>
        <ExportForm onClose={onAsked} />
      </DialogWindow>
    )
  }
  if (job === undefined) return null
  const close = () => onJobClose(job)
  return (
    <DialogWindow isOpen onClose={close} className={styles.job}>
      <JobReport job={job} onClose={close} />
    </DialogWindow>
  )
}
