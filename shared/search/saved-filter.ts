import { z } from 'zod'
import { FilterText } from './filter-text.ts'

/** A filter that somebody has given a name. */
export const SavedFilter = z.object({ id: z.string(), name: z.string(), text: FilterText })
export type SavedFilter = Readonly<z.infer<typeof SavedFilter>>

/** `id` null: a new one. */
export const SavedFilterInput = z.object({
  id: z.string().nullable(),
  name: z.string().trim().min(1).max(80),
  text: FilterText,
})
export type SavedFilterInput = Readonly<z.infer<typeof SavedFilterInput>>
