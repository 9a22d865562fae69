import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react'
import type { ExportRequest, SessionJob } from '#shared/session/session-job.ts'
import { useWorkbench } from '../bridge/workbench-client.tsx'
import { useOfferActions } from '../commands/actions-provider.tsx'
import { useAnnounce } from '../components/announcer.tsx'
import { useShowToast } from '../components/toasts.tsx'
import { explanationOf } from '../state/explanation-of.ts'
import { useWorkbenchState } from '../state/workbench-state.tsx'
import { fetchExport, sendFile, sendInParts } from './send-file.ts'
import { SessionDialog } from './session-dialog.tsx'
import { endWords } from './session-words.ts'
import { SessionsContext } from './sessions-context.ts'
import { isOver, useSessionJobs } from './use-session-jobs.ts'

/** Lets every part of the page export and import, and says how far that is and what came of it. */
export function SessionsProvider({ children }: { readonly children: ReactNode }) {
  const workbench = useWorkbench()
  const isDesktop = useWorkbenchState().host === 'desktop'
  const showToast = useShowToast()
  const announce = useAnnounce()
  const fileInput = useRef<HTMLInputElement>(null)
  const [isAsking, setIsAsking] = useState(false)
  const [closedIds, setClosedIds] = useState<ReadonlySet<string>>(new Set())

  const { jobs, watch } = useSessionJobs((job) => {
    if (needsReading(job) && !closedIds.has(job.id)) return announce(endWords(job))
    const about = `session job ${job.id}`
    if (job.error === null) showToast({ about, kind: 'done', text: endWords(job) })
    else showToast({ about, kind: 'failed', error: job.error })
  })
  const fail = useCallback(
    (reason: unknown) => showToast({ kind: 'failed', error: explanationOf(reason) }),
    [showToast],
  )

  const startExport = useCallback(
    async (request: ExportRequest) => {
      const { job } = await workbench.startExport(request)
      setIsAsking(false)
      if (job === null) return
      watch(job)
      if (!isDesktop) fetchExport(job)
    },
    [workbench, isDesktop, watch],
  )
  const importFile = useCallback(
    (file: File) => {
      const run = async () => {
        const { job } = await workbench.startImport({ fileName: file.name, sizeBytes: file.size })
        watch(job)
        if (isDesktop) await sendInParts(job, file, workbench.importPart)
        else if (!(await sendFile(job, file))) await workbench.cancelSessionJob({ jobId: job.id })
      }
      run().catch(fail)
    },
    [workbench, isDesktop, watch, fail],
  )
  const askImport = useCallback(() => {
    if (!isDesktop) return fileInput.current?.click()
    workbench.openImport({}).then(({ job }) => job !== null && watch(job), fail)
  }, [workbench, isDesktop, watch, fail])
  const askExport = useCallback(() => setIsAsking(true), [])

  useOfferActions({ exportCallbacks: askExport, importCallbacks: askImport })
  const sessions = useMemo(
    () => ({ askExport, startExport, askImport, importFile }),
    [askExport, startExport, askImport, importFile],
  )
  // Told from the jobs alone: one that was over before its dialog could open must not open it.
  const shown = jobs.find((job) => !closedIds.has(job.id) && (!isOver(job) || needsReading(job)))
  return (
    <SessionsContext value={sessions}>
      {children}
      <FileInput input={fileInput} onFile={importFile} />
      <SessionDialog
        isAsking={isAsking}
        onAsked={() => setIsAsking(false)}
        job={shown}
        onJobClose={({ id }) => setClosedIds(new Set([...closedIds, id]))}
      />
    </SessionsContext>
  )
}

/** What came of it is more than a message in passing. */
function needsReading({ state, faults }: SessionJob): boolean {
  return state === 'failed' || faults.count > 0
}

type FileInputProps = {
  readonly input: { readonly current: HTMLInputElement | null } & { current: HTMLInputElement | null }
  readonly onFile: (file: File) => void
}

function FileInput({ input, onFile }: FileInputProps) {
  return (
    <input
      ref={input}
      type="file"
      accept=".jsonl,.har,.json"
      aria-label="File to import"
      hidden
      onChange={(event) => {
        const [file] = event.target.files ?? []
        // So that the same file can be chosen again.
        event.target.value = ''
        if (file !== undefined) onFile(file)
      }}
    />
  )
}
