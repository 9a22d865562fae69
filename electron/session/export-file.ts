import type { ExportFormat, ExportRequest } from '#shared/session/session-job.ts'

const EXTENSIONS: Readonly<Record<ExportFormat, string>> = { session: 'jsonl', har: 'har', csv: 'csv' }
const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  session: 'application/x-ndjson',
  har: 'application/json',
  csv: 'text/csv; charset=utf-8',
}

/** What a file of this export is called and what it holds, as HTTP says it. */
export function exportFile({ format, isRedacted }: ExportRequest, atMs: number) {
  const minute = new Date(atMs).toISOString().slice(0, 16).replace('T', '-').replace(':', '')
  return {
    name: `callbacks-${minute}${isRedacted ? '-redacted' : ''}.${EXTENSIONS[format]}`,
    mediaType: MEDIA_TYPES[format],
  }
}
