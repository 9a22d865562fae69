import { type Explanation, WorkbenchError } from '#shared/errors.ts'
import { explainLeftAlone, explainNotRestored } from '#shared/messenger/explain-restore.ts'
import { type ChangeFate, fatesOf, restoringBody } from '#shared/messenger/point-application.ts'
import type { Account } from '../vonage/application-requests.ts'
import type { JournalEntry, Outcome } from './journal-entry.ts'

/** What pointing and putting back need of the Application API. */
export type ApplicationApi = {
  /** The application as raw JSON text. */
  readonly get: (lookup: Account & { readonly applicationId: string }) => Promise<string>
  readonly put: (lookup: Account & { readonly applicationId: string }, bodyText: string) => Promise<void>
}

/**
 * Puts back what is still ours of one application, after a look at how it is now: the API has no versions, so this look
 * is all that keeps a change of somebody else. Whatever happens is an outcome.
 */
export async function restoreEntry(
  entry: JournalEntry,
  account: () => Account,
  api: ApplicationApi,
): Promise<Outcome> {
  try {
    const lookup = { ...account(), applicationId: entry.applicationId }
    const current = await api.get(lookup)
    const fates = fatesOf(current, entry.changes)
    if (fates.some(({ fate }) => fate === 'ours')) {
      const body = restoringBody(current, entry.application, fates)
      if (body === null) throw new WorkbenchError(inTheWay)
      await api.put(lookup, body)
      if (fatesOf(await api.get(lookup), entry.changes).some(({ fate }) => fate === 'ours'))
        throw new WorkbenchError(notTaken)
    }
    return outcomeOf(entry, fates)
  } catch (error) {
    if (!(error instanceof WorkbenchError)) throw error
    return { state: 'failed', explanation: explainNotRestored(entry.applicationName, error.explanation) }
  }
}

function outcomeOf({ applicationName }: JournalEntry, fates: readonly ChangeFate[]): Outcome {
  if (!fates.some(({ fate }) => fate === 'foreign')) return { state: 'restored', explanation: null }
  return { state: 'left-alone', explanation: explainLeftAlone(applicationName, fates) }
}

const inTheWay: Explanation = {
  code: 'APPLICATION_UNREADABLE',
  what: 'The application is not built as documented.',
  why: 'Its messages capability holds something that cannot be changed safely.',
  fix: 'Correct the addresses in the dashboard.',
}

const notTaken: Explanation = {
  code: 'HTTP_REFUSED',
  what: 'The change was accepted, but the application still shows the old addresses.',
  why: 'It may take a while until a change is seen.',
  fix: 'Try again in a minute.',
}
