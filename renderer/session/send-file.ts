import { type SessionJob, transferPath } from '#shared/session/session-job.ts'

const PART_BYTES = 1024 * 1024

type SendPart = (part: {
  readonly jobId: string
  readonly base64: string
  readonly isLast: boolean
}) => Promise<unknown>

/** Has the browser fetch the file of an export, which it then saves as it saves all files. */
export function fetchExport(job: SessionJob): void {
  const link = document.createElement('a')
  link.href = transferPath(job)
  link.download = job.fileName
  link.click()
}

/** Sends the file of an import, as a stream. False: it did not arrive as a whole. */
export async function sendFile(job: SessionJob, file: File): Promise<boolean> {
  try {
    const { ok } = await fetch(transferPath(job), { method: 'PUT', body: file })
    return ok
  } catch {
    // Also what is heard when the other side has stopped reading: how the import ended is in its job.
    return false
  }
}

/** The same where the page speaks through the preload: part after part, each when there is room for it. */
export async function sendInParts({ id }: SessionJob, file: File, sendPart: SendPart): Promise<void> {
  for (let start = 0; start === 0 || start < file.size; start += PART_BYTES) {
    const base64 = await base64Of(file.slice(start, start + PART_BYTES))
    await sendPart({ jobId: id, base64, isLast: start + PART_BYTES >= file.size })
  }
}

function base64Of(part: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '')
    reader.onerror = () => reject(reader.error ?? new Error('The file cannot be read.'))
    reader.readAsDataURL(part)
  })
}
