import { quotedIfNeeded } from '#shared/search/query-words.ts'
import { readableFilter } from '../pages/callbacks/readable-filter.ts'
import type { PaletteText } from './palette-text.ts'

/** The filter that finds the callbacks looked for, in the words of the list's grammar; null for none. */
export function callbackFilter({ mode, text }: PaletteText, nowMs: number): string | null {
  if (mode === 'messages') return text === '' ? '' : quotedIfNeeded(text)
  if (mode !== 'everything' || text === '') return null
  const filter = readableFilter(text, nowMs)
  return filter === '' ? null : filter
}
