import type { DerivedCallback } from './derive.ts'
import type { createIndexWriter } from './index-writer.ts'
import type { StoredIntake } from './intake.ts'
import type { createIntakeReader } from './intake-reader.ts'
import type { createTolerantWriter } from './tolerant-writer.ts'

/** So many are derived anew before other work gets its turn. */
const SLICE = 100

type Deps = {
  readonly writer: ReturnType<typeof createIndexWriter>
  readonly tolerant: ReturnType<typeof createTolerantWriter>
  readonly intakes: ReturnType<typeof createIntakeReader>
  /** Lets other work have its turn, and the capture more than that while it is busy. */
  readonly rest: () => Promise<void>
  readonly onChanged: (callbacks: readonly DerivedCallback[]) => void
}

/** Derives every row anew in the background; tells of those that changed. Another call ends the one before. */
export function createRebuilding({ writer, tolerant, intakes, rest, onChanged }: Deps) {
  let current = new AbortController()

  function rederive(slice: readonly StoredIntake[]): void {
    const before = new Map(slice.map(({ seq }) => [seq, writer.looksOf(seq)]))
    const derived = writer.batch(() => slice.flatMap(tolerant.put))
    const changed = derived.filter(({ seq }) => writer.looksOf(seq) !== before.get(seq))
    if (changed.length > 0) onChanged(changed)
  }

  return {
    async rebuild(): Promise<void> {
      current.abort()
      current = new AbortController()
      const { signal } = current
      for (let last = 0; !signal.aborted; await rest()) {
        const slice = intakes.page(last, SLICE).filter(({ seq }) => seq <= writer.totals().seq)
        const end = slice.at(-1)
        if (end === undefined) return
        rederive(slice)
        last = end.seq
      }
    },
    stop: () => current.abort(),
  }
}
