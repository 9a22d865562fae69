import { foldedText, isPlainText } from './folded-text.ts'

/**
 * A run of a script that puts no spaces between its words (or hangs endings onto them), a word of any other, or one
 * picture.
 */
const RUN =
  /(?<unspaced>[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]+)|[[\p{L}\p{N}\p{M}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]]+|\p{Extended_Pictographic}|\p{Regional_Indicator}/gv

/** The same where a text is plain, found in a third of the time. */
const PLAIN_RUN = /[a-z0-9]+/g

/** A longer word (a token, a file in base64) is known by its beginning. */
const LONGEST_WORD = 64

/** What a text found by a query must hold; `isOpen`: a token that begins with it will do. */
export type QueryToken = { readonly text: string; readonly isOpen: boolean }

/**
 * Cuts text into what a search can find: words without case and accents, emoji one by one, and every two neighbouring
 * characters where a script has no spaces. The last character of such a run stands alone, so that each begins a token.
 */
export function tokensOf(text: string): readonly string[] {
  if (isPlainText(text)) return plainTokensOf(text)
  const tokens: string[] = []
  for (const { text: run, isUnspaced } of runsOf(text)) {
    if (!isUnspaced) tokens.push(run)
    else tokens.push(...pairsOf(run), lastOf(run))
  }
  return tokens
}

function plainTokensOf(text: string): readonly string[] {
  return (text.toLowerCase().match(PLAIN_RUN) ?? []).map((run) => run.slice(0, LONGEST_WORD))
}

/**
 * The tokens that a text found by `text` holds side by side. `isBegun`: the last word, of two letters or more, may go on. Empty when there is
 * nothing in it to look for.
 */
export function queryTokens(text: string, isBegun: boolean): readonly QueryToken[] {
  const runs = [...runsOf(text)]
  return runs.flatMap(({ text: run, isUnspaced }, index): readonly QueryToken[] => {
    const isLast = index === runs.length - 1
    // Half of all words begin with a given letter: one alone is looked for as a word.
    if (!isUnspaced) return [{ text: run, isOpen: isLast && isBegun && run.length > 1 }]
    const pairs = pairsOf(run)
    // At the end of the query the text may go on; before something else in it, the run has ended.
    if (isLast && pairs.length === 0) return [{ text: run, isOpen: true }]
    return (isLast ? pairs : [...pairs, lastOf(run)]).map((token) => ({ text: token, isOpen: false }))
  })
}

type Run = { readonly text: string; readonly isUnspaced: boolean }

function* runsOf(text: string): Generator<Run> {
  for (const match of foldedText(text).matchAll(RUN)) {
    const isUnspaced = match.groups?.unspaced !== undefined
    yield { text: isUnspaced ? match[0] : match[0].slice(0, LONGEST_WORD), isUnspaced }
  }
}

function pairsOf(run: string): readonly string[] {
  const chars = [...run]
  return chars.slice(1).map((char, index) => `${chars[index]}${char}`)
}

function lastOf(run: string): string {
  return [...run].at(-1) ?? ''
}
