import type { PointPreview, PointRequest } from '#shared/addresses.ts'
import { type Explanation, WorkbenchError } from '#shared/errors.ts'
import { explainRestoredLate } from '#shared/messenger/explain-restore.ts'
import { createTurns } from './in-turn.ts'
import type { Journal } from './journal.ts'
import { isUnfinished, type JournalEntry, viewOfEntry } from './journal-entry.ts'
import { type PointDeps, planned, point } from './point.ts'
import { restoreOne, restoreOpen } from './restore-open.ts'

/** Putting back may take this long when the app ends. What is left is done at the next start. */
const RESTORE_CAP_MS = 5_000

type Deps = PointDeps & { readonly notify: (explanation: Explanation) => void }

export type Pointing = ReturnType<typeof createPointing>

/**
 * Points applications at this computer and back. What was there before is on disk before anything is sent, and only what
 * is still ours is ever put back. One change after the other.
 */
export function createPointing(deps: Deps) {
  const { journal } = deps
  const underway = new AbortController()
  const inTurn = createTurns()
  const restoreWhere = (isMeant: (entry: JournalEntry) => boolean) =>
    restoreOpen(underway.signal, deps, isMeant)

  return {
    views: () => journal.all().map(viewOfEntry),

    /** What pointing would change now. Throws NOT_FOUND, API_SECRET_MISSING, NO_PUBLIC_ADDRESS, HTTP_REFUSED, … */
    async preview(request: PointRequest): Promise<PointPreview> {
      const { plan, target } = await planned(request, underway.signal, deps)
      const { applicationId } = request
      return { applicationId, applicationName: plan.name, changes: [...plan.changes], ...target }
    },

    /** Points an application here. Throws what `preview` throws, and the refusal of the change. */
    point: (request: PointRequest) => inTurn(() => point(request, underway.signal, deps)),

    /** Puts one application back. What came of it is in the entry. Throws NOT_FOUND. */
    restore: (id: string) =>
      inTurn(async () => {
        const entry = found(journal, id)
        if (isUnfinished(entry)) await restoreOne(entry, underway.signal, deps)
        return viewOfEntry(found(journal, id))
      }),

    /** The person wants the application to stay as it is. Throws NOT_FOUND. */
    leave: (id: string) =>
      inTurn(async () => {
        const entry = found(journal, id)
        if (isUnfinished(entry)) journal.keep({ ...entry, state: 'left-alone', explanation: null })
        return viewOfEntry(found(journal, id))
      }),

    /** Puts back whatever is pointed at an address of this origin, because it leads nowhere any more. */
    restoreThrough: (origin: string) =>
      inTurn(async () => tellTroubles(await restoreWhere(leadsTo(origin)), deps.notify)),

    /** Puts back what a profile has pointed here, before its secrets are gone. Throws why that could not be done. */
    restoreOf: (profileId: string) =>
      inTurn(async () => throwFailure(await restoreWhere((entry) => entry.profileId === profileId))),

    /** Puts back what the last run could not, and tells the person. */
    restoreLeft: () => inTurn(async () => tellAll(await restoreWhere(() => true), deps.notify)),

    /** Gives up what is under way and puts everything back, within five seconds. */
    async dispose(): Promise<void> {
      underway.abort()
      const cap = AbortSignal.timeout(RESTORE_CAP_MS)
      await inTurn(() => restoreOpen(cap, deps))
    },
  }
}

function leadsTo(origin: string) {
  return ({ changes }: JournalEntry) => changes.some(({ next }) => URL.parse(next)?.origin === origin)
}

function tellRestored(done: Awaited<ReturnType<typeof restoreOpen>>, notify: Deps['notify']): void {
  const restored = done.filter(({ outcome }) => outcome.state === 'restored')
  const names = [...new Set(restored.map(({ entry }) => entry.applicationName))]
  if (names.length > 0) notify(explainRestoredLate(names))
}

function tellTroubles(done: Awaited<ReturnType<typeof restoreOpen>>, notify: Deps['notify']): void {
  for (const { outcome } of done) if (outcome.explanation !== null) notify(outcome.explanation)
}

function tellAll(done: Awaited<ReturnType<typeof restoreOpen>>, notify: Deps['notify']): void {
  tellRestored(done, notify)
  tellTroubles(done, notify)
}

function throwFailure(done: Awaited<ReturnType<typeof restoreOpen>>): void {
  for (const { outcome } of done) {
    if (outcome.state === 'failed' && outcome.explanation !== null)
      throw new WorkbenchError(outcome.explanation)
  }
}

function found(journal: Journal, id: string): JournalEntry {
  const entry = journal.find(id)
  if (entry !== null) return entry
  throw new WorkbenchError({
    code: 'NOT_FOUND',
    what: 'There is no record of this change any more.',
    why: 'A newer one took its place, perhaps in another window.',
    fix: 'Look at the list of webhook addresses.',
  })
}
