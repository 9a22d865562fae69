import { createContext, type ReactNode, useCallback, useEffectEvent, useRef } from 'react'
import type { ReplayRun } from '#shared/replay.ts'
import { useWorkbench } from '../bridge/workbench-client.tsx'
import { useAnnounce } from '../components/announcer.tsx'
import { type ToastContent, useShowToast } from '../components/toasts.tsx'
import { useRequired } from '../components/use-required.ts'
import { pageOfHash, partOfHash } from '../shell/page-name.ts'
import { explanationOf } from '../state/explanation-of.ts'
import { useStream } from '../state/use-stream.ts'
import { oneResultWords, progressWords, runWords } from './replay-words.ts'

type ReportRun = (run: ReplayRun) => void

/** What messages about single callbacks are about: they come fast after one another, and only the last is shown. */
export const ONE_REPLAY = 'replay of one'

/** As many runs as a page may ask for at once. */
const KNOWN_RUNS = 100

const ReportRunContext = createContext<ReportRun | null>(null)

/** Has the page say how far a run started from here is and how it ended. */
export function useReportRun(): ReportRun {
  return useRequired(ReportRunContext)
}

/** Tells of runs that were started from this page, whichever page is shown meanwhile. */
export function ReplayReports({ children }: { readonly children: ReactNode }) {
  const workbench = useWorkbench()
  const showToast = useShowToast()
  const announce = useAnnounce()
  /** Runs with a message on the screen, which must be told to the end. */
  const shown = useRef(new Set<string>())
  const reported = useRef(new Set<string>())
  /** A fast run may have ended before the answer to its start is here. */
  const lastSeen = useRef(new Map<string, ReplayRun>())

  const tell = useCallback(
    async (run: ReplayRun) => {
      const isInView = areRunsInView() && !shown.current.has(run.id)
      if (run.state === 'running') {
        if (run.total === 1 || isInView) return
        shown.current.add(run.id)
        showToast({ ...aboutRun(run), kind: 'under-way', text: progressWords(run) })
        return
      }
      reported.current.delete(run.id)
      shown.current.delete(run.id)
      if (isInView) return announce(runWords(run))
      try {
        showToast({ ...aboutRun(run), ...(await endOf(run, workbench)) })
      } catch (reason) {
        showToast({ ...aboutRun(run), kind: 'failed', error: explanationOf(reason) })
      }
    },
    [workbench, showToast, announce],
  )
  const see = useEffectEvent((run: ReplayRun) => {
    lastSeen.current.set(run.id, run)
    const oldest = lastSeen.current.keys().next().value
    if (lastSeen.current.size > KNOWN_RUNS && oldest !== undefined) lastSeen.current.delete(oldest)
    if (reported.current.has(run.id)) void tell(run)
  })
  const catchUp = useEffectEvent(async () => {
    if (reported.current.size === 0) return
    const { runs } = await workbench.replayRuns({ limit: KNOWN_RUNS })
    for (const run of runs) see(run)
  })
  const error = useStream(
    (signal) => workbench.replayEvents({}, { signal }),
    (event) => {
      if (event.kind === 'run') see(event.run)
      else catchUp().catch((reason: unknown) => showToast({ kind: 'failed', error: explanationOf(reason) }))
    },
  )
  const report = useCallback(
    (run: ReplayRun) => {
      reported.current.add(run.id)
      if (error !== null) showToast({ ...aboutRun(run), kind: 'failed', error })
      else void tell(lastSeen.current.get(run.id) ?? run)
    },
    [tell, error, showToast],
  )
  return <ReportRunContext value={report}>{children}</ReportRunContext>
}

/** Where the runs themselves are on the screen, a message about one would only cover them. */
function areRunsInView(): boolean {
  return pageOfHash(location.hash) === 'replay' && ['', 'runs'].includes(partOfHash(location.hash))
}

function aboutRun({ id, total }: ReplayRun) {
  return {
    about: total === 1 ? ONE_REPLAY : `replay ${id}`,
    link: { href: '#/replay/runs', text: 'Show the run' },
  }
}

/** The end of a run: of a single request what was answered, of several how many were answered well. */
async function endOf(
  run: ReplayRun,
  { replayResults }: Pick<ReturnType<typeof useWorkbench>, 'replayResults'>,
): Promise<ToastContent> {
  if (run.total !== 1) return { kind: 'done', text: runWords(run) }
  const { results } = await replayResults({ runId: run.id, filter: 'all', afterIndex: -1, limit: 1 })
  const delivery = results[0]?.delivery
  if (delivery === undefined) return { kind: 'done', text: runWords(run) }
  const { outcome } = delivery
  if (outcome.kind === 'failed') return { kind: 'failed', error: outcome.error }
  return { kind: 'done', text: oneResultWords(delivery) ?? runWords(run) }
}
