import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Explanation } from '#shared/errors.ts'
import { isUnfinished, JournalEntry } from './journal-entry.ts'
import { writeDurably } from './write-durably.ts'

/** Finished entries that are kept: each holds the application as it was, which may be wanted back by hand. */
const KEPT_FINISHED = 20

export type Journal = ReturnType<typeof createJournal>

/**
 * The applications that were changed from here, one file each, on disk before the change is sent. What cannot be read
 * is told and left where it is: it may be the only copy of an address.
 */
export function createJournal(deps: {
  readonly dataFolder: string
  readonly onUnreadable: (explanation: Explanation) => void
  readonly onChange: () => void
}) {
  const folder = join(deps.dataFolder, 'address-journal')
  const entries = new Map(readAll(folder, deps.onUnreadable).map((entry) => [entry.id, entry]))
  const pathOf = (id: string) => join(folder, `${id}.json`)

  function drop(id: string): void {
    rmSync(pathOf(id), { force: true })
    entries.delete(id)
  }

  function dropOldest(): void {
    const finished = newestFirst(entries).filter((entry) => !isUnfinished(entry))
    for (const { id } of finished.slice(KEPT_FINISHED)) drop(id)
  }

  return {
    /** Newest first. */
    all: () => newestFirst(entries),
    find: (id: string): JournalEntry | null => entries.get(id) ?? null,
    /** Writes the entry and comes back when it is on disk to stay. Throws what the file system throws. */
    keep(entry: JournalEntry): void {
      writeDurably(folder, pathOf(entry.id), `${JSON.stringify(entry, null, 2)}\n`)
      entries.set(entry.id, entry)
      dropOldest()
      deps.onChange()
    },
    /** Forgets an entry whose change never came about, or that a newer one takes over. */
    forget(id: string): void {
      drop(id)
      deps.onChange()
    },
  }
}

function newestFirst(entries: ReadonlyMap<string, JournalEntry>): readonly JournalEntry[] {
  return [...entries.values()].sort((a, b) => b.pointedAtMs - a.pointedAtMs)
}

function readAll(folder: string, onUnreadable: (explanation: Explanation) => void): readonly JournalEntry[] {
  return fileNames(folder, onUnreadable).flatMap((name) => {
    const path = join(folder, name)
    try {
      return [JournalEntry.parse(JSON.parse(readFileSync(path, 'utf8')))]
    } catch {
      onUnreadable(unreadable(path))
      return []
    }
  })
}

function fileNames(folder: string, onUnreadable: (explanation: Explanation) => void): readonly string[] {
  if (!existsSync(folder)) return []
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.json'))
  } catch {
    onUnreadable(unreadable(folder))
    return []
  }
}

function unreadable(path: string): Explanation {
  return {
    code: 'JOURNAL_UNREADABLE',
    what: 'An application may still be pointed at this computer.',
    why: `The record of its former addresses, ${path}, cannot be read.`,
    fix: 'Open the file: it holds the former addresses. Correct them in the dashboard, then delete the file.',
  }
}
