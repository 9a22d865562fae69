import { WorkbenchError } from '#shared/errors.ts'
import { readFilter } from '#shared/search/read-filter.ts'
import type { SavedFilterInput } from '#shared/search/saved-filter.ts'
import type { SettingsService } from './settings.ts'

type Deps = {
  readonly settings: SettingsService
  readonly newId: () => string
  readonly nowMs: () => number
  readonly onChange: () => void
}

/** Filters with a name, in the settings. */
export function createSavedFilters({ settings, newId, nowMs, onChange }: Deps) {
  const all = () => settings.get().savedFilters
  return {
    /** Returns its id. Throws BAD_FILTER for a text that cannot be read, NOT_FOUND for an id that is not there. */
    save({ id, name, text }: SavedFilterInput): string {
      readFilter(text, nowMs())
      if (id !== null && !all().some((filter) => filter.id === id)) throw notFound()
      const saved = { id: id ?? newId(), name, text: text.trim() }
      const savedFilters =
        id === null
          ? [...all(), saved]
          : all().map((filter) => (filter.id === id ? { ...filter, ...saved } : filter))
      settings.update({ savedFilters })
      onChange()
      return saved.id
    },
    remove(id: string): void {
      settings.update({ savedFilters: all().filter((filter) => filter.id !== id) })
      onChange()
    },
  }
}

function notFound(): WorkbenchError {
  return new WorkbenchError({
    code: 'NOT_FOUND',
    what: 'This saved filter is not there any more.',
    why: 'It was deleted in another window.',
    fix: 'Save the filter under a new name.',
  })
}
