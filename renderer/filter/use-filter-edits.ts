import { useState } from 'react'
import type { WireError } from '#shared/rpc.ts'
import type { SavedFilter } from '#shared/search/saved-filter.ts'
import { useWorkbench } from '../bridge/workbench-client.tsx'
import { explanationOf } from '../state/explanation-of.ts'
import { changedFilters, type FilterEdits, withEdit, withoutSaved } from './filter-edits.ts'

const NAMELESS: WireError = {
  code: 'BAD_INPUT',
  what: 'A saved filter needs a name.',
  why: 'The menu shows it by its name.',
  fix: 'Enter a name, or delete the filter.',
}

/** What is typed over the saved filters until it is saved, and why that failed for one. */
export function useFilterEdits(savedFilters: readonly SavedFilter[]) {
  const { saveFilter } = useWorkbench()
  const [edits, setEdits] = useState<FilterEdits>(new Map())
  const [errors, setErrors] = useState<ReadonlyMap<string, WireError>>(new Map())
  const [isSaving, setIsSaving] = useState(false)

  async function saveOne(filter: SavedFilter): Promise<WireError | null> {
    if (filter.name.trim() === '') return NAMELESS
    try {
      await saveFilter(filter)
      setEdits((typed) => withoutSaved(typed, filter))
      return null
    } catch (reason) {
      return explanationOf(reason)
    }
  }
  /** Resolves to whether all of them are saved. */
  async function save(filters: readonly SavedFilter[]): Promise<boolean> {
    setIsSaving(true)
    const failed = new Map<string, WireError>()
    for (const filter of filters) {
      const error = await saveOne(filter)
      if (error !== null) failed.set(filter.id, error)
    }
    setErrors(failed)
    setIsSaving(false)
    return failed.size === 0
  }
  return {
    changed: changedFilters(savedFilters, edits),
    edit: (filter: SavedFilter) => setEdits((typed) => withEdit(typed, filter.id, filter)),
    shown: (saved: SavedFilter): SavedFilter => ({ ...saved, ...edits.get(saved.id) }),
    errorOf: (id: string) => errors.get(id) ?? null,
    isSaving,
    save,
  }
}
