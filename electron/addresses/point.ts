import type { PointRequest } from '#shared/addresses.ts'
import { WorkbenchError } from '#shared/errors.ts'
import { fatesOf, planPointing } from '#shared/messenger/point-application.ts'
import type { Profile } from '#shared/profile.ts'
import type { Account } from '../vonage/application-requests.ts'
import type { Journal } from './journal.ts'
import { isUnfinished } from './journal-entry.ts'
import { newEntry } from './new-entry.ts'
import type { ApplicationApi } from './restore-entry.ts'
import type { WebhookUrls } from './webhook-target.ts'

export type PointDeps = {
  readonly journal: Journal
  readonly api: ApplicationApi
  readonly findProfile: (id: string) => Profile
  /** Throws what is missing. */
  readonly accountOf: (profile: Profile) => Account
  /** Throws what is missing. */
  readonly targetOf: (profile: Profile, publicUrl: string | null, apiOrigin: string) => WebhookUrls
  readonly nowMs: () => number
  readonly newId: () => string
}

/** Reads the application and plans the change. Throws what is missing, what the API refuses, APPLICATION_UNREADABLE. */
export async function planned(request: PointRequest, signal: AbortSignal, deps: PointDeps) {
  const profile = deps.findProfile(request.profileId)
  const account = { ...deps.accountOf(profile), signal }
  const urls = deps.targetOf(profile, request.publicUrl, account.origin)
  const lookup = { ...account, applicationId: request.applicationId }
  const text = await deps.api.get(lookup)
  const plan = planPointing(text, { ...urls, version: request.version })
  if (!plan.ok) throw notReadable(plan.why)
  return { profile, lookup, text, plan, target: urls }
}

/** Writes the journal, then the application, and reads it back. Throws what `planned` throws, and the refusal. */
export async function point(request: PointRequest, signal: AbortSignal, deps: PointDeps) {
  const { journal, api } = deps
  const { profile, lookup, text, plan } = await planned(request, signal, deps)
  const earlier = journal
    .all()
    .filter(isUnfinished)
    .filter(({ applicationId, origin }) => applicationId === lookup.applicationId && origin === lookup.origin)
  if (plan.changes.length === 0) return { journalId: earlier[0]?.id ?? null, isVerified: true }
  const entry = newEntry(
    {
      id: deps.newId(),
      profileId: profile.id,
      profileName: profile.name,
      applicationId: lookup.applicationId,
      applicationName: plan.name,
      origin: lookup.origin,
      application: text,
      changes: plan.changes,
      pointedAtMs: deps.nowMs(),
    },
    earlier[0] ?? null,
  )
  journal.keep(entry)
  const refusal = await api.put(lookup, plan.bodyText).then(() => null, refusalOf)
  const fates = await api.get(lookup).then((now) => fatesOf(now, entry.changes), refusalOf)
  const isKnown = !(fates instanceof WorkbenchError)
  // Nothing of it arrived: there is nothing to put back. Where that is not known, the entry stays.
  if (refusal !== null && isKnown && fates.every(({ fate }) => fate !== 'ours')) journal.forget(entry.id)
  const isVerified = isKnown && fates.every(({ fate }) => fate === 'ours')
  if (refusal !== null && !isVerified) throw refusal
  for (const { id } of earlier) journal.forget(id)
  return { journalId: entry.id, isVerified }
}

/** A failure that explains itself is dealt with; any other is none of ours. */
function refusalOf(error: unknown): WorkbenchError {
  if (error instanceof WorkbenchError) return error
  throw error
}

function notReadable(why: string): WorkbenchError {
  return new WorkbenchError({
    code: 'APPLICATION_UNREADABLE',
    what: 'The application was not changed.',
    why,
    fix: 'Set the addresses in the dashboard.',
  })
}
