import type { SavedFilter } from '#shared/search/saved-filter.ts'

export type FilterEdit = Pick<SavedFilter, 'name' | 'text'>

/** What was typed over saved filters, by their ids. */
export type FilterEdits = ReadonlyMap<string, FilterEdit>

/** The filters with what was typed over them, those of which it makes other ones. */
export function changedFilters(saved: readonly SavedFilter[], edits: FilterEdits): readonly SavedFilter[] {
  return saved
    .filter((filter) => isChanged(filter, edits.get(filter.id) ?? filter))
    .map((filter) => ({ ...filter, ...edits.get(filter.id) }))
}

function isChanged(saved: SavedFilter, { name, text }: FilterEdit): boolean {
  return name.trim() !== saved.name || text.trim() !== saved.text
}

export function withEdit(edits: FilterEdits, id: string, edit: FilterEdit): FilterEdits {
  return new Map(edits).set(id, edit)
}

/** Without what is saved by now. What was typed while it was being saved stays. */
export function withoutSaved(edits: FilterEdits, { id, name, text }: SavedFilter): FilterEdits {
  const edit = edits.get(id)
  if (edit?.name !== name || edit.text !== text) return edits
  const left = new Map(edits)
  left.delete(id)
  return left
}
