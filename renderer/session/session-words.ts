import { countText } from '#shared/count-text.ts'
import { numberText } from '#shared/number-text.ts'
import type { ExportFormat, SessionJob } from '#shared/session/session-job.ts'
import { sizeText } from '../format/format-size.ts'

/** What each format is good for. */
export const FORMATS: readonly {
  readonly value: ExportFormat
  readonly label: string
  readonly hint: string
}[] = [
  {
    value: 'session',
    label: 'Session',
    hint: 'Whole requests, with replies, pins and notes. Can be imported again.',
  },
  {
    value: 'har',
    label: 'HAR',
    hint: 'HTTP Archive 1.2, for the developer tools of browsers and other HTTP tools.',
  },
  { value: 'csv', label: 'CSV', hint: 'One line per callback, for spreadsheets.' },
]

/** How far a job is, from 0 to 1; null where that is not known. */
export function fractionOf({
  kind,
  callbacks,
  totalCallbacks,
  bytes,
  totalBytes,
}: SessionJob): number | null {
  const [done, total] = kind === 'export' ? [callbacks, totalCallbacks] : [bytes, totalBytes]
  return total === null || total === 0 ? null : Math.min(1, done / total)
}

/** A job on its way. */
export function progressWords({
  kind,
  state,
  callbacks,
  totalCallbacks,
  bytes,
  totalBytes,
}: SessionJob): string {
  if (state === 'waiting') return kind === 'export' ? 'Waiting for the browser…' : 'Sending the file…'
  if (kind === 'export') {
    const total = numberText(Math.max(callbacks, totalCallbacks ?? 0))
    return `${numberText(callbacks)} of ${total} callbacks written, ${sizeText(bytes)}`
  }
  const size = totalBytes === null ? sizeText(bytes) : `${sizeText(bytes)} of ${sizeText(totalBytes)}`
  return `${countText(callbacks, 'callback')} imported, ${size} read`
}

/** What came of a job, in a sentence or two; what went wrong explains itself. */
export function endWords(job: SessionJob): string {
  const { kind, state, callbacks, bytes, fileName } = job
  const isCancelled = state === 'cancelled'
  if (kind === 'export') {
    if (isCancelled) return 'The export was cancelled.'
    return `${countText(callbacks, 'callback')} exported to ${fileName} (${sizeText(bytes)}).`
  }
  const added = importedWords(job)
  return isCancelled ? `The import was cancelled. ${added} before.` : `${added}.${faultWords(job)}`
}

function importedWords({ callbacks, replies }: SessionJob): string {
  const more = replies === 0 ? '' : ` and ${replies === 1 ? '1 reply' : `${numberText(replies)} replies`}`
  return `${countText(callbacks, 'callback')}${more} imported`
}

function faultWords({ faults: { count, first } }: SessionJob): string {
  if (count === 0) return ''
  const noun = first[0]?.place.startsWith('entry') === true ? ['entry', 'entries'] : ['line', 'lines']
  return ` ${numberText(count)} ${noun[count === 1 ? 0 : 1]} could not be read.`
}
