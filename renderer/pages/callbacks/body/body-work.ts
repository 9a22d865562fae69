import { isJson, prettyPrintJson } from '../pretty-print-json.ts'
import { type JsonTokens, jsonTokens } from './json-tokens.ts'

/** What is done with a text before it is shown in colours. */
export type BodyTask = { readonly text: string; readonly isLaidOut: boolean }

/** The text to show. `isJson`: where a text was to be laid out that is no JSON, it is as it came. */
export type PreparedBody = { readonly text: string; readonly tokens: JsonTokens; readonly isJson: boolean }

/** Short texts are done at once; longer ones would hold up the page. In UTF-16 units. */
export const AT_ONCE_LENGTH = 32 * 1024

/** Lays a text out where asked, and finds the tokens to be coloured. */
export function prepareBody({ text, isLaidOut }: BodyTask): PreparedBody {
  if (isLaidOut && !isJson(text)) return { text, tokens: jsonTokens(''), isJson: false }
  const shown = isLaidOut ? prettyPrintJson(text) : text
  return { text: shown, tokens: jsonTokens(shown), isJson: true }
}
