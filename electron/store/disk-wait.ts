import { close, fdatasync, openSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { promisify } from 'node:util'
import type { Durability } from '#shared/retention.ts'
import { setDurability } from './open-database.ts'

/** What the wait for the disk comes down to, so that tests can have a slow or a broken one. */
export type SyncFile = (file: number) => Promise<void>

const closeFile = promisify(close)
const syncFile: SyncFile = promisify(fdatasync)

export type DiskWait = ReturnType<typeof createDiskWait>

/**
 * Waits for the disk in another thread. SQLite would wait within COMMIT, and everything else in this thread with it, so
 * it is told to leave that to this. All that a commit needs to survive a loss of power is in the side file, which is the
 * same one for as long as the database is open. Source: sqlite.org/wal.html, "Performance Considerations".
 */
export function createDiskWait(db: DatabaseSync, file: string, sync: SyncFile = syncFile) {
  setDurability(db, 'crash')
  const sideFile = openSync(`${file}-wal`, 'r+')
  let isNeeded = true
  let underWay: Promise<void> | null = null
  let next: Promise<void> | null = null

  function begin(): Promise<void> {
    next = null
    const wait = sync(sideFile).finally(() => {
      if (underWay === wait) underWay = null
    })
    underWay = wait
    return wait
  }

  /** A wait that is under way may have begun before what was committed last: whoever comes meanwhile shares the next. */
  function settled(): Promise<void> {
    if (!isNeeded) return Promise.resolve()
    if (underWay === null) return begin()
    next ??= underWay.then(begin, begin)
    return next
  }

  return {
    /** Resolves when all that is committed so far survives a loss of power, or at once where it need not. */
    settled,
    setDurability(durability: Durability): void {
      isNeeded = durability === 'power-loss'
    },
    async close(): Promise<void> {
      await (next ?? underWay)?.catch(() => undefined)
      await closeFile(sideFile)
    },
  }
}
