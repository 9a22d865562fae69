import { z } from 'zod'
import { ApiVersion, CallbackKind, SignatureState } from '../callback.ts'

/** What a callback can be asked to have: an attachment, an error, a reply sent from here, a note, repeated deliveries. */
export const SearchHas = z.enum(['image', 'audio', 'video', 'file', 'error', 'reply', 'note', 'repeat'])
export type SearchHas = z.infer<typeof SearchHas>

/** What somebody made of a callback. */
export const SearchIs = z.enum(['pinned'])
export type SearchIs = z.infer<typeof SearchIs>

/** A signature state, or `trouble`: every callback of Vonage's whose signature is not valid. */
export const SearchSignature = z.enum([...SignatureState.options, 'trouble'])
export type SearchSignature = z.infer<typeof SearchSignature>

/**
 * How free text is looked for: `words` all of them, anywhere; `prefix` as words of which the last is only begun;
 * `phrase` side by side in this order.
 */
const TextMatch = z.enum(['words', 'prefix', 'phrase'])

const isNegated = z.boolean()
const value = z.string().min(1).max(200)

/**
 * One condition. `from` and `to` are those of the callback: an inbound message is from a person to a Page, a status
 * is about a message from a Page to a person; `person` and `page` mean the same one in both. Times in ms since 1970;
 * `since` in ms before now. Values are compared exactly, except `text`, for which letter case does not matter.
 */
export const SearchTerm = z.discriminatedUnion('field', [
  z.object({ field: z.literal('kind'), value: CallbackKind, isNegated }),
  z.object({ field: z.literal('type'), value, isNegated }),
  z.object({ field: z.literal('status'), value, isNegated }),
  z.object({ field: z.literal('from'), value, isNegated }),
  z.object({ field: z.literal('to'), value, isNegated }),
  z.object({ field: z.literal('person'), value, isNegated }),
  z.object({ field: z.literal('page'), value, isNegated }),
  z.object({ field: z.literal('uuid'), value, isNegated }),
  z.object({ field: z.literal('code'), value, isNegated }),
  z.object({ field: z.literal('sig'), value: SearchSignature, isNegated }),
  z.object({ field: z.literal('version'), value: ApiVersion, isNegated }),
  z.object({ field: z.literal('before'), value: z.number(), isNegated }),
  z.object({ field: z.literal('after'), value: z.number(), isNegated }),
  z.object({ field: z.literal('since'), value: z.number(), isNegated }),
  z.object({ field: z.literal('has'), value: SearchHas, isNegated }),
  z.object({ field: z.literal('is'), value: SearchIs, isNegated }),
  z.object({ field: z.literal('text'), value, match: TextMatch, isNegated }),
])
export type SearchTerm = Readonly<z.infer<typeof SearchTerm>>

/** A filter as it was understood: a callback matches when every term does. Empty: all callbacks. */
export const SearchQuery = z.array(SearchTerm).max(50)
export type SearchQuery = readonly SearchTerm[]
