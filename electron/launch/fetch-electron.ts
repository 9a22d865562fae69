import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { downloadArtifact } from '@electron/get'

const LONGEST_SILENCE_MS = 10_000
const PROGRESS_EVERY_MS = 500
const MIB = 1024 * 1024

type Progress = { readonly transferred: number; readonly total: number | null }

/**
 * Fetches Electron's runtime into its cache, with the checksums of the installed package, and shows progress on stderr.
 * Resolves with null, or with the reason when it fails or when no byte has come for 10 seconds.
 */
export async function fetchElectron(version: string, electronFolder: string): Promise<string | null> {
  const silence = new AbortController()
  const giveUp = () => silence.abort(new Error(`no byte came for ${LONGEST_SILENCE_MS / 1000} seconds`))
  let timer = setTimeout(giveUp, LONGEST_SILENCE_MS)
  let shownAtMs = 0
  const onProgress = ({ transferred, total }: Progress) => {
    clearTimeout(timer)
    timer = setTimeout(giveUp, LONGEST_SILENCE_MS)
    if (performance.now() - shownAtMs < PROGRESS_EVERY_MS) return
    shownAtMs = performance.now()
    const all = total === null ? '' : ` of ${(total / MIB).toFixed(0)}`
    process.stderr.write(`\rFetching Electron ${version}: ${(transferred / MIB).toFixed(0)}${all} MiB `)
  }

  process.stderr.write(`Fetching Electron ${version}…\n`)
  try {
    await downloadArtifact({
      version,
      artifactName: 'electron',
      platform: process.platform,
      arch: process.arch,
      checksums: JSON.parse(readFileSync(join(electronFolder, 'checksums.json'), 'utf8')),
      downloadOptions: { quiet: true, signal: silence.signal, getProgressCallback: onProgress },
    })
    return null
  } catch (error) {
    return `${reasonOf(silence.signal.aborted ? silence.signal.reason : error)}.`
  } finally {
    clearTimeout(timer)
    if (shownAtMs > 0) process.stderr.write('\n')
  }
}

/** fetch() hides what happened in the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? error.cause.message : error.message
}
