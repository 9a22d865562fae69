import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import type { ExportChunk } from './export-text.ts'
import type { RunningJob } from './job-list.ts'

/** Writes as fast as the target takes it, and ends it: destroyed when the job is cancelled or the text breaks off. */
export async function pour(
  text: AsyncIterable<ExportChunk>,
  target: Writable,
  job: RunningJob,
): Promise<void> {
  const done = finished(target)
  // Awaited below; until then it must not be an unhandled rejection.
  done.catch(() => undefined)
  try {
    for await (const chunk of text) {
      if (job.signal.aborted) throw new Error('The export was cancelled')
      const { callbacks, replies, bytes } = job.now()
      job.change({
        callbacks: callbacks + chunk.callbacks,
        replies: replies + chunk.replies,
        bytes: bytes + Buffer.byteLength(chunk.text),
      })
      if (!target.write(chunk.text)) await Promise.race([once(target, 'drain', { signal: job.signal }), done])
    }
    target.end()
    await done
  } catch (error) {
    target.destroy()
    throw error
  }
}
