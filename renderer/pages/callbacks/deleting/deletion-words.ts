import { countText } from '#shared/count-text.ts'
import { numberText } from '#shared/number-text.ts'

type Deleted = { readonly count: number; readonly kept: number }

/** What came of a deletion, in one or two sentences. */
export function deletedWords({ count, kept }: Deleted): string {
  if (count === 0 && kept === 0) return 'There was nothing to delete.'
  if (count === 0) return `Nothing was deleted. ${stayWords(kept)}`
  const deleted = `${countText(count, 'callback')} deleted.`
  return kept === 0 ? deleted : `${deleted} ${stayWords(kept)}`
}

/** That pinned and noted callbacks stay. */
export function stayWords(kept: number): string {
  const words = kept === 1 ? '1 pinned or noted one stays' : `${numberText(kept)} pinned or noted ones stay`
  return `${words}.`
}

/** That deleted callbacks are there again. */
export function backWords(count: number): string {
  return count === 1 ? '1 callback is back.' : `${countText(count, 'callback')} are back.`
}
