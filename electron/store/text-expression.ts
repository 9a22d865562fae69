import type { CallbackKind } from '#shared/callback.ts'
import type { SearchTerm } from '#shared/search/query.ts'
import { type QueryToken, queryTokens } from '#shared/search/tokens.ts'
import { anyOf, type Expression } from './match-expression.ts'
import { wordsOf } from './search-tags.ts'
import type { Completions } from './word-completions.ts'

/** Behind a phrase whose last word may go on. */
const BEGUN = ' *'

type TextTerm = Extract<SearchTerm, { field: 'text' }>

/** What a text asks of events of these kinds; null: it has no word in it, and asks nothing. */
export function textExpression(
  { value, match }: TextTerm,
  kinds: readonly CallbackKind[],
  completions: Completions,
): Expression | null {
  const chunks = match === 'phrase' ? [value] : value.split(/\s+/u)
  const phrases = chunks
    .map((chunk, index) => queryTokens(chunk, match === 'prefix' && index === chunks.length - 1))
    .filter((tokens) => tokens.length > 0)
  if (phrases.length === 0) return null
  const texts = phrases.map((tokens) =>
    anyOf(kinds.flatMap((kind) => phraseTexts(tokens, kind, completions))),
  )
  const text = `(${texts.join(' AND ')})`
  const isOneWord = phrases.length === 1 && phrases[0]?.length === 1
  return { text, isList: isOneWord && !text.includes(BEGUN), isOfKinds: true }
}

/** Words side by side. The last one may be only begun; then they are found with any of its endings. */
function phraseTexts(
  tokens: readonly QueryToken[],
  kind: CallbackKind,
  completions: Completions,
): readonly string[] {
  const words = tokens.map(({ text }) => wordsOf(kind, [text]))
  const whole = `"${words.join(' ')}"`
  if (tokens.at(-1)?.isOpen !== true) return [whole]
  const lastWords = completions(words.at(-1) ?? '')
  if (lastWords === null) return [`${whole}${BEGUN}`]
  // There is no such word, so the begun one finds nothing either.
  if (lastWords.length === 0) return [whole]
  return lastWords.map((word) => `"${[...words.slice(0, -1), word].join(' ')}"`)
}
