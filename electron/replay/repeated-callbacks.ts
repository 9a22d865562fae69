import { firstTimeIn, type Rewriting } from '#shared/replay/rewrite-body.ts'
import type { ReplayRequest } from '#shared/replay.ts'
import { exactBody } from '../bytes/exact-body.ts'
import type { StoredIntake } from '../store/intake.ts'
import type { SelectedCallback, SelectedCallbacks } from '../store/replay-selection.ts'
import type { PacedItem } from './in-pace.ts'
import { uuidFrom } from './uuid-from.ts'

/** One send of a run. */
export type ReplayItem = PacedItem & {
  /** Place in the run, from 0. */
  readonly index: number
  /** How often the run has sent the callback before. */
  readonly occurrence: number
  readonly seq: number
  readonly rewriting: Rewriting
}

type Deps = {
  readonly runId: string
  readonly request: ReplayRequest
  readonly selected: SelectedCallbacks
  readonly intake: (seq: number) => StoredIntake | null
  readonly nowMs: () => number
}

/** Every send of a run in order: the selection, as often as it is repeated. */
export async function* repeatedCallbacks(deps: Deps): AsyncGenerator<ReplayItem, undefined> {
  const { selected, request } = deps
  const firstAtMs = selected.first?.receivedAtMs ?? 0
  const spanMs = (selected.last?.receivedAtMs ?? 0) - firstAtMs
  let index = 0
  for (let occurrence = 0; occurrence < request.repeat; occurrence += 1) {
    const rewriting = rewritingOf(deps, occurrence)
    for await (const { seq, receivedAtMs, psid } of selected.inOrder()) {
      const originalMs = occurrence * spanMs + receivedAtMs - firstAtMs
      const dueMs = request.pace.kind === 'gap' ? index * request.pace.gapMs : originalMs
      yield { index, occurrence, seq, person: psid, dueMs, rewriting }
      index += 1
    }
  }
}

/**
 * Each repeat has ids of its own. Its times move together, by whole seconds, so that the distances stay: with the
 * original gaps the first becomes now, else the last, because then the others have not yet to come.
 */
function rewritingOf({ runId, request, selected, ...deps }: Deps, occurrence: number): Rewriting {
  const { content, pace } = request
  if (content.kind !== 'rewritten') return { newIdOf: null, shiftMs: null }
  const anchor = pace.kind === 'original' ? selected.first : selected.last
  const shiftSeconds = Math.floor((deps.nowMs() - timeOf(anchor, deps.intake)) / 1000)
  return {
    newIdOf: content.hasNewIds ? (id) => uuidFrom(`${runId} ${occurrence} ${id}`) : null,
    shiftMs: content.hasNewTimes ? shiftSeconds * 1000 : null,
  }
}

/** What its body says or, where it says nothing, when it came. */
function timeOf(callback: SelectedCallback | null, intake: Deps['intake']): number {
  if (callback === null) return 0
  const body = exactBody(intake(callback.seq)?.body ?? new Uint8Array())
  return (body.encoding === 'utf8' ? firstTimeIn(body.text) : null) ?? callback.receivedAtMs
}
