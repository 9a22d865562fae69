import type { QueryFault } from '#shared/search/parse-query.ts'
import styles from './filter-field.module.css'

const AROUND = 40

type Props = {
  readonly id: string
  readonly text: string
  readonly fault: QueryFault | null
  readonly meanwhile: string
}

/** Which part of a filter cannot be read, why, and what to do. */
export function FilterFault({ id, text, fault, meanwhile }: Props) {
  return (
    <div id={id} role="status" className={styles.faultPlace}>
      {fault !== null && (
        <div className={styles.fault}>
          <code className={styles.faulty}>
            {before(text, fault.start)}
            <mark>{middle(text.slice(fault.start, fault.end))}</mark>
            {after(text, fault.end)}
          </code>
          <p>
            <b>{fault.what}</b> {fault.fix} {meanwhile}
          </p>
        </div>
      )}
    </div>
  )
}

function before(text: string, start: number): string {
  return start > AROUND ? `…${text.slice(start - AROUND, start)}` : text.slice(0, start)
}

/** Its beginning and its end. */
function middle(faulty: string): string {
  return faulty.length > 2 * AROUND ? `${faulty.slice(0, AROUND)}…${faulty.slice(-AROUND)}` : faulty
}

function after(text: string, end: number): string {
  return text.length - end > AROUND ? `${text.slice(end, end + AROUND)}…` : text.slice(end)
}
