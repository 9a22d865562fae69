import type { AddressChange } from '#shared/addresses.ts'
import { withoutMemberAt } from '#shared/messenger/json-text.ts'
import { fatesOf } from '#shared/messenger/point-application.ts'
import type { JournalEntry } from './journal-entry.ts'

type Pointing = Omit<JournalEntry, 'schemaVersion' | 'changes' | 'state' | 'explanation'> & {
  readonly changes: readonly AddressChange[]
}

/**
 * The record of a pointing that is about to happen. Where the application is pointed here already, at an address that
 * is no longer good, `earlier` tells what it was before all of that: there it goes back to.
 */
export function newEntry(pointing: Pointing, earlier: JournalEntry | null): JournalEntry {
  const application = withoutMemberAt(pointing.application, ['keys', 'private_key'])
  const entry = { ...pointing, schemaVersion: 1, application, state: 'open', explanation: null } as const
  const plain = pointing.changes.map((change) => ({ ...change, replaced: change.old }))
  if (earlier === null) return { ...entry, changes: plain }
  const ours = fatesOf(pointing.application, earlier.changes).flatMap(({ change, fate }) =>
    fate === 'ours' ? [change] : [],
  )
  const continued = plain.map((change) => {
    const before = ours.find(({ what }) => what === change.what)
    return before === undefined ? change : { ...change, old: before.old }
  })
  const kept = earlier.changes.filter(
    ({ what }) =>
      ours.some((change) => change.what === what) && !plain.some((change) => change.what === what),
  )
  return { ...entry, application: earlier.application, changes: [...continued, ...kept] }
}
