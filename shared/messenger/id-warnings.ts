import type { ReplyFacts } from './reply-facts.ts'
import type { ReplyWarning } from './reply-warnings.ts'

/** Ids that callbacks have told to be of a person or of a Page. */
export type KnownIds = { readonly psids: ReadonlySet<string>; readonly pageIds: ReadonlySet<string> }

const LONGEST_ID = 50

/**
 * What may be wrong with the ids of a reply: 1 to 50 characters, always text, digits in every example.
 * Source: Messages API v1 spec, FromId and ToId; Vonage, "Understanding Facebook messaging".
 */
export function idWarnings({ from, to }: ReplyFacts, known: KnownIds): readonly ReplyWarning[] {
  return [
    ...oneId({ field: 'from', name: 'From', id: from, what: 'a Page ID' }),
    ...(isKnownAs(from, known.psids, known.pageIds)
      ? [
          doubt(
            'from',
            'From is the PSID of a person who wrote. From should be the Page ID: are the ids swapped?',
          ),
        ]
      : []),
    ...oneId({ field: 'to', name: 'To', id: to, what: 'a PSID' }),
    ...(isKnownAs(to, known.pageIds, known.psids)
      ? [doubt('to', 'To is the ID of a Page. To should be the PSID of a person: are the ids swapped?')]
      : []),
  ]
}

type Id = {
  readonly field: 'from' | 'to'
  readonly name: string
  readonly id: unknown
  readonly what: string
}

function oneId({ field, name, id, what }: Id): readonly ReplyWarning[] {
  if (id === null || id === '') {
    return [{ field, kind: 'missing', text: `${name} is empty. The API requires ${what}.` }]
  }
  if (typeof id !== 'string')
    return [doubt(field, `${name} is not text. Ids are JSON strings: put it in quotes.`)]
  const tooLong = id.length > LONGEST_ID
  return [
    ...(tooLong ? [doubt(field, `${id.length} characters. Ids have ${LONGEST_ID} at most.`)] : []),
    ...(/^\d+$/.test(id) ? [] : [doubt(field, `Messenger ids are digits only, ${reasonOf(id)}.`)]),
  ]
}

function reasonOf(id: string): string {
  return id.trim() === id ? 'and this one has other characters' : 'and this one has spaces around it'
}

/** An id that is known in both roles says nothing. */
function isKnownAs(id: unknown, as: ReadonlySet<string>, not: ReadonlySet<string>): boolean {
  return typeof id === 'string' && as.has(id) && !not.has(id)
}

function doubt(field: 'from' | 'to', text: string): ReplyWarning {
  return { field, kind: 'doubt', text }
}
