import type { CallbackKind } from '#shared/callback.ts'

/** A tag is one token of the full-text index. `_` begins it, which no word of a text contains. */
export type TagName = 'facet' | 'person' | 'page' | 'uuid'

const LETTERS: Readonly<Record<TagName, string>> = { facet: 'f', person: 'p', page: 'g', uuid: 'u' }
/** The value of a tag is cut there; a search does not take longer ones. */
const LONGEST_VALUE = 200

/** The tag that says "its person is 123". Case matters in ids, but not in the index: what is not plain is spelt out. */
export function tagOf(name: TagName, value: string | number): string {
  const plain = String(value)
    .slice(0, LONGEST_VALUE)
    .replace(/[^a-z0-9]/gu, (char) => `_${char.codePointAt(0)?.toString(16)}_`)
  return `_${LETTERS[name]}${plain}`
}

const MARKS: Readonly<Record<CallbackKind, string>> = { inbound: 'i', status: 's', other: 'o' }

/**
 * Words as the index has them: each behind a letter for the kind of their event, with spaces between them. A word that
 * only statuses have costs a search among inbound messages nothing, however many statuses there are.
 */
export function wordsOf(kind: CallbackKind, words: readonly string[]): string {
  const mark = MARKS[kind]
  return words.length === 0 ? '' : `${mark}${words.join(` ${mark}`)}`
}
