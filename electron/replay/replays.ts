import { setImmediate as nextTurn } from 'node:timers/promises'
import type { WorkbenchError } from '#shared/errors.ts'
import type { ReplayRequest, ReplayResult, ReplayRun, ReplaySelection } from '#shared/replay.ts'
import type { Target } from '#shared/target.ts'
import type { SignAs } from '../callback-sender/callback-sender.ts'
import type { StoredIntake } from '../store/intake.ts'
import type { createReplayRuns, ResultQuery } from '../store/replay-runs.ts'
import type { SelectedCallbacks } from '../store/replay-selection.ts'
import type { TargetClient } from '../targets/target-client.ts'
import type { Clock } from '../tunnel/clock.ts'
import { sendInPace } from './in-pace.ts'
import { repeatedCallbacks } from './repeated-callbacks.ts'
import { editOfSeveral, nothingSelected, replayUnderWay, signatureSecretMissing } from './replay-faults.ts'
import { createRunJournal, type ReplayStore } from './run-journal.ts'
import { createSendCallback } from './send-callback.ts'

const KEPT_RUNS = 50
/** How many results are deleted before other work gets its turn. */
const REMOVED_AT_A_TIME = 1_000

type RunStore = ReturnType<typeof createReplayRuns>

type Deps = {
  readonly store: ReplayStore &
    Pick<RunStore, 'newest' | 'interruptRunning' | 'beyond' | 'removeSome'> & {
      readonly results: (query: ResultQuery) => Promise<readonly ReplayResult[]>
      readonly select: (selection: ReplaySelection) => Promise<SelectedCallbacks>
      readonly intake: (seq: number) => StoredIntake | null
    }
  readonly targets: {
    /** Throws TARGET_NOT_FOUND. */
    readonly find: (id: string) => Target
    /** Why nothing may be sent there; null when it may. */
    readonly objectionTo: (target: Target) => WorkbenchError | null
  }
  readonly client: Pick<TargetClient, 'send'>
  /** As whom callbacks are signed anew; null where the profile in use has no signature secret. */
  readonly signAs: () => SignAs | null
  /** A run that is new or has got on; several times a second at most. */
  readonly publish: (run: ReplayRun) => void
  /** A run ended because something here failed. */
  readonly onFailure: (error: unknown) => void
  readonly clock: Clock
  readonly newUuid: () => string
}

type UnderWay = {
  readonly targetId: string
  readonly run: () => ReplayRun
  readonly end: (state: 'cancelled' | 'interrupted') => void
  readonly ended: Promise<void>
}

/**
 * Sends captured callbacks to a target again, in runs of which the last 50 are kept with their results. Runs that an
 * earlier life of the app left under way are interrupted ones from here on.
 */
export function createReplays(deps: Deps) {
  const { store, targets } = deps
  const underWay = new Map<string, UnderWay>()
  const tidying = createTidying(deps)
  store.interruptRunning()
  tidying.start()

  async function start(request: ReplayRequest): Promise<ReplayRun> {
    const target = targets.find(request.targetId)
    const objection = targets.objectionTo(target)
    if (objection !== null) throw objection
    const selected = await store.select(request.selection)
    // Nothing waits from here on: of two starts at once, the second finds the first under way.
    const isBusy = ({ targetId, run }: UnderWay) => targetId === target.id && run().state === 'running'
    if ([...underWay.values()].some(isBusy)) throw replayUnderWay(target.name)
    const signAs = deps.signAs()
    requireReplayable(request.content.kind, selected.count, signAs)

    const run = newRun(deps, { request, target, total: selected.count * request.repeat })
    store.saveProgress(run, [])
    const started = perform(deps, { run, target, selected, signAs })
    const ended = started.ended.catch(deps.onFailure).finally(() => {
      underWay.delete(run.id)
      tidying.start()
    })
    underWay.set(run.id, { ...started, targetId: target.id, ended })
    deps.publish(run)
    return run
  }

  return {
    /** How many callbacks a selection holds now. */
    count: async (selection: ReplaySelection): Promise<number> => (await store.select(selection)).count,
    /**
     * Starts a run and returns it as it begins; it goes on in the background. Rejects with TARGET_NOT_FOUND,
     * TARGET_HOST_NOT_ALLOWED, TARGET_IS_HERE, NOT_FOUND, BAD_INPUT, SIGNATURE_SECRET_MISSING, REPLAY_UNDER_WAY or
     * STORE_FAILED.
     */
    start,
    /** Breaks off what is under way and sends nothing more; resolves when the run has ended. */
    async cancel(runId: string): Promise<void> {
      const one = underWay.get(runId)
      one?.end('cancelled')
      await one?.ended
    },
    /** Breaks off what is under way to a target that is there no more. */
    targetGone(targetId: string): void {
      for (const one of underWay.values()) if (one.targetId === targetId) one.end('cancelled')
    },
    /** Newest first. */
    runs: (limit: number): readonly ReplayRun[] =>
      store.newest(limit).map((run) => underWay.get(run.id)?.run() ?? run),
    results: (query: ResultQuery): Promise<readonly ReplayResult[]> => store.results(query),
    /** Interrupts what is under way, and stores what came of it so far. */
    async dispose(): Promise<void> {
      const all = [...underWay.values()]
      for (const one of all) one.end('interrupted')
      await Promise.all(all.map(({ ended }) => ended))
      await tidying.stop()
    },
  }
}

/** Throws NOT_FOUND, BAD_INPUT or SIGNATURE_SECRET_MISSING. */
function requireReplayable(kind: ReplayRequest['content']['kind'], count: number, signAs: SignAs | null) {
  if (count === 0) throw nothingSelected()
  if (kind === 'edited' && count > 1) throw editOfSeveral(count)
  if (kind === 'fresh-signature' && signAs === null) throw signatureSecretMissing()
}

type NewRun = { readonly request: ReplayRequest; readonly target: Target; readonly total: number }

function newRun({ newUuid, clock }: Deps, { request, target, total }: NewRun): ReplayRun {
  return {
    id: newUuid(),
    startedAtMs: clock.nowMs(),
    request,
    targetName: target.name,
    state: 'running',
    total,
    ...{ sent: 0, ok: 0, failed: 0, fixed: 0, regressed: 0, durationMs: 0 },
  }
}

type Plan = {
  readonly run: ReplayRun
  readonly target: Target
  readonly selected: SelectedCallbacks
  readonly signAs: SignAs | null
}

/** Sends the callbacks of a run. `ended` rejects when something here failed; the run is an interrupted one then. */
function perform(deps: Deps, { run, target, selected, signAs }: Plan): Omit<UnderWay, 'targetId'> {
  const { store, client, clock, newUuid } = deps
  const { request } = run
  const ending = new AbortController()
  const { signal } = ending
  let state: 'finished' | 'cancelled' | 'interrupted' = 'finished'
  let failures: readonly unknown[] = []
  const end = (as: 'cancelled' | 'interrupted') => {
    if (!signal.aborted) state = as
    ending.abort()
  }
  const fail = (error: unknown) => {
    failures = [...failures, error]
    end('interrupted')
  }
  const journal = createRunJournal({ run, store, publish: deps.publish, clock, onFailure: fail })
  const common = { runId: run.id, request, intake: store.intake }
  const sendOne = createSendCallback({ ...common, target, signAs, client, clock, newUuid, signal })
  const send = async (item: Parameters<typeof sendOne>[0]) => {
    try {
      const sent = await sendOne(item)
      if (sent !== null) journal.add(sent)
    } catch (error) {
      fail(error)
    }
  }
  const items = repeatedCallbacks({ ...common, selected, nowMs: clock.nowMs })
  const ended = (async () => {
    await sendInPace({ items, pace: request.pace, send, clock, signal }).catch(fail)
    journal.end(state)
    if (failures.length > 0) throw failures[0]
  })()
  return { run: journal.run, end, ended }
}

/** Forgets the oldest runs in the background: there may be many results. */
function createTidying({ store, onFailure }: Pick<Deps, 'store' | 'onFailure'>) {
  let isStopped = false
  let work = Promise.resolve()

  async function tidy(): Promise<void> {
    for (const runId of store.beyond(KEPT_RUNS)) {
      let isGone = false
      while (!isGone && !isStopped) {
        isGone = store.removeSome(runId, REMOVED_AT_A_TIME)
        await nextTurn()
      }
    }
  }
  return {
    start: () => {
      work = work.then(tidy).catch(onFailure)
    },
    stop: async () => {
      isStopped = true
      await work
    },
  }
}
