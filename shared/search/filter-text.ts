import { z } from 'zod'
import { quotedIfNeeded } from './query-words.ts'

/** A filter of the callbacks list in the words of the grammar that `parseQuery` reads. Empty: every callback. */
export const FilterText = z.string().max(2_000)

/** The filter that hides nothing. */
export const everything = ''

/** What earlier versions kept instead of a text. */
const OldFilter = z.object({
  kind: z.enum(['inbound', 'status', 'other']).nullable(),
  signature: z.enum(['trouble']).nullable(),
  failed: z.boolean(),
  text: z.string(),
})

/** A filter as it is found in settings and in runs of replays; one of an earlier version becomes its text. */
export const KeptFilterText = z.union([FilterText, OldFilter.transform(textOfOld)])

function textOfOld({ kind, signature, failed, text }: z.infer<typeof OldFilter>): string {
  const wanted = text.trim()
  return [
    ...(kind === null ? [] : [`kind:${kind}`]),
    ...(signature === null ? [] : ['sig:fail']),
    ...(failed ? ['has:error'] : []),
    ...(wanted === '' ? [] : [quotedIfNeeded(wanted)]),
  ].join(' ')
}
