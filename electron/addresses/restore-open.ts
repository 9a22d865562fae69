import { WorkbenchError } from '#shared/errors.ts'
import type { Profile } from '#shared/profile.ts'
import type { Account } from '../vonage/application-requests.ts'
import { isUnfinished, type JournalEntry, type Outcome } from './journal-entry.ts'
import type { PointDeps } from './point.ts'
import { restoreEntry } from './restore-entry.ts'

type Deps = Pick<PointDeps, 'journal' | 'api' | 'findProfile' | 'accountOf'>
type Restored = { readonly entry: JournalEntry; readonly outcome: Outcome }

/** Puts one application back and writes down what came of it. */
export async function restoreOne(entry: JournalEntry, signal: AbortSignal, deps: Deps): Promise<Restored> {
  const outcome = await restoreEntry(entry, () => ({ ...accountFor(entry, deps), signal }), deps.api)
  deps.journal.keep({ ...entry, ...outcome })
  return { entry, outcome }
}

/**
 * Puts back whatever is still pointed here. Applications do not wait for each other: one whose API hangs must not cost
 * the others their time. Of one application the newest entry goes first, so that an older one finds what it wrote.
 */
export async function restoreOpen(
  signal: AbortSignal,
  deps: Deps,
  isMeant: (entry: JournalEntry) => boolean = () => true,
): Promise<readonly Restored[]> {
  const open = deps.journal.all().filter(isUnfinished).filter(isMeant)
  const byApplication = Map.groupBy(open, ({ origin, applicationId }) => `${origin} ${applicationId}`)
  const results = await Promise.allSettled(
    [...byApplication.values()].map(async (entries) => {
      const done: Restored[] = []
      for (const entry of entries) done.push(await restoreOne(entry, signal, deps))
      return done
    }),
  )
  const failed = results.find((result) => result.status === 'rejected')
  if (failed !== undefined) throw failed.reason
  return results.flatMap((result) => (result.status === 'fulfilled' ? result.value : []))
}

/** The account an application was changed with, as its profile has it now. The secret is never in the journal. */
function accountFor(entry: JournalEntry, { findProfile, accountOf }: Deps): Account {
  const profile = profileOf(entry, findProfile)
  const account = accountOf(profile)
  const isElsewhere = profile.baseUrl.kind !== 'simulator' && account.origin !== entry.origin
  if (isElsewhere) throw movedElsewhere(entry)
  return account
}

function profileOf(entry: JournalEntry, findProfile: Deps['findProfile']): Profile {
  try {
    return findProfile(entry.profileId)
  } catch (error) {
    if (error instanceof WorkbenchError) throw profileGone(entry)
    throw error
  }
}

function profileGone({ profileName }: JournalEntry): WorkbenchError {
  return new WorkbenchError({
    code: 'NOT_FOUND',
    what: `The profile ${profileName} is not there any more.`,
    why: 'Its API key and secret are needed to change the application.',
    fix: 'Start the app with its variables if it came from the environment. Else set the former addresses in the dashboard and choose “Leave as it is”.',
  })
}

function movedElsewhere({ profileName, origin }: JournalEntry): WorkbenchError {
  return new WorkbenchError({
    code: 'BAD_INPUT',
    what: `The profile ${profileName} has another base URL now.`,
    why: `The application was changed at ${new URL(origin).host}.`,
    fix: 'Set the former base URL in the profile, then restore.',
  })
}
