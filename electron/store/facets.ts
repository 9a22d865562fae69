import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { ApiVersion, CallbackKind, SignatureState } from '#shared/callback.ts'

/** A combination of the fields that have few values, shared by many events. */
export type FacetFields = {
  readonly kind: CallbackKind
  readonly type: string
  readonly version: ApiVersion | null
  readonly signature: SignatureState
  readonly code: string | null
  /** Of `error`, `note`, `pin`, `repeat` and `reply` those that hold, separated by spaces. */
  readonly has: string
}
export type Facet = FacetFields & { readonly id: number; readonly events: number }

const FacetRecord = z.object({
  id: z.int(),
  kind: CallbackKind,
  type: z.string(),
  version: ApiVersion.nullable(),
  signature: SignatureState,
  code: z.string().nullable(),
  has: z.string(),
  events: z.int(),
})

/** The combinations that occur, with how often. */
export function readFacets(db: DatabaseSync): () => readonly Facet[] {
  const all = db.prepare('SELECT * FROM facet WHERE events > 0')
  return () => all.all().map((record) => FacetRecord.parse(record))
}

/** Numbers the combinations and counts the events of each. Counts reach the database with `save`. */
export function createFacets(db: DatabaseSync) {
  const insert = db.prepare(`INSERT INTO facet (kind, type, version, signature, code, has, events)
    VALUES (:kind, :type, :version, :signature, :code, :has, 0)`)
  const update = db.prepare('UPDATE facet SET events = events + ? WHERE id = ?')
  const all = db.prepare('SELECT * FROM facet')
  const ids = new Map<string, number>()
  const changes = new Map<number, number>()
  const withError = new Set<number>()

  function remember(id: number, fields: FacetFields): void {
    ids.set(keyOf(fields), id)
    if (fields.has.includes('error')) withError.add(id)
  }

  /** What is in memory follows the database again, after a transaction was rolled back or the tables made anew. */
  function reload(): void {
    ids.clear()
    changes.clear()
    for (const record of all.all()) {
      const { id, events: _, ...fields } = FacetRecord.parse(record)
      remember(id, fields)
    }
  }

  reload()
  return {
    reload,
    idOf(fields: FacetFields): number {
      const key = keyOf(fields)
      const known = ids.get(key)
      if (known !== undefined) return known
      const id = Number(insert.run({ ...fields }).lastInsertRowid)
      remember(id, fields)
      return id
    },
    hasError: (id: number) => withError.has(id),
    count(id: number, change: 1 | -1): void {
      changes.set(id, (changes.get(id) ?? 0) + change)
    },
    save(): void {
      for (const [id, change] of changes) if (change !== 0) update.run(change, id)
      changes.clear()
    },
  }
}

function keyOf({ kind, type, version, signature, code, has }: FacetFields): string {
  return JSON.stringify([kind, type, version, signature, code, has])
}
