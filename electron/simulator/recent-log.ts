const KEPT = 50

/** The last entries of a kind, newest first. */
export function createRecentLog<T>(onChange: () => void) {
  let entries: readonly T[] = []
  return {
    all: () => entries,
    add(entry: T): void {
      entries = [entry, ...entries].slice(0, KEPT)
      onChange()
    },
  }
}

export type RecentLog<T> = ReturnType<typeof createRecentLog<T>>
