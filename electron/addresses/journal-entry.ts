import { z } from 'zod'
import { AddressChange, type AddressJournalView, JournalState } from '#shared/addresses.ts'
import type { Explanation } from '#shared/errors.ts'
import { WireError } from '#shared/rpc.ts'

/** What is kept of one pointing, from before the write until long after it was put back. */
export const JournalEntry = z.object({
  schemaVersion: z.literal(1),
  id: z.uuid(),
  profileId: z.string(),
  profileName: z.string(),
  applicationId: z.string(),
  applicationName: z.string(),
  /** Scheme and host of the Application API it was read from and written to. */
  origin: z.string(),
  /** The application as the API answered with it before, as raw JSON text. */
  application: z.string(),
  /** `old` is what to go back to, `replaced` what stood there at the time of the write. */
  changes: z.array(AddressChange.extend({ replaced: z.string().nullable() })),
  pointedAtMs: z.number(),
  state: JournalState,
  explanation: WireError.nullable(),
})
export type JournalEntry = Readonly<z.infer<typeof JournalEntry>>

/** What came of putting an application back. */
export type Outcome = {
  readonly state: 'restored' | 'left-alone' | 'failed'
  readonly explanation: Explanation | null
}

/** As the page may see it. */
export function viewOfEntry(entry: JournalEntry): AddressJournalView {
  const { id, profileId, profileName, applicationId, applicationName, pointedAtMs, state } = entry
  return {
    id,
    profileId,
    profileName,
    applicationId,
    applicationName,
    changes: entry.changes.map(({ what, old, next }) => ({ what, old, next })),
    pointedAtMs,
    state,
    explanation: entry.explanation,
  }
}

/** Whether something is still to be put back. */
export function isUnfinished({ state }: Pick<JournalEntry, 'state'>): boolean {
  return state === 'open' || state === 'failed'
}
