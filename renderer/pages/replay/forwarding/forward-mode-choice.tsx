import type { ForwardMode } from '#shared/forward.ts'
import { Segmented } from '../../../components/segmented.tsx'
import styles from './forwarding.module.css'

const MODES = [
  { value: 'acknowledge-first', label: 'Acknowledge first' },
  { value: 'mirror', label: 'Mirror' },
] as const

const SENTENCES: Readonly<Record<ForwardMode, string>> = {
  'acknowledge-first':
    'Vonage gets 200 from here at once, and your server gets the callback after that. A slow or broken server causes no retries.',
  mirror:
    'Vonage waits for your server and gets its answer, or 502 when there is none. Vonage then delivers again, as it would without this app.',
}

/** What the sender of a forwarded callback is answered. */
export function ForwardModeChoice({
  mode,
  onChange,
}: {
  readonly mode: ForwardMode
  readonly onChange: (mode: ForwardMode) => void
}) {
  return (
    <div className={styles.choice}>
      <span className={styles.label} aria-hidden>
        What Vonage is answered
      </span>
      <Segmented label="What Vonage is answered" value={mode} options={MODES} onChange={onChange} />
      <p className={styles.hint}>{SENTENCES[mode]}</p>
    </div>
  )
}
