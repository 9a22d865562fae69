import { type ParsedJson, parseJson } from './json-value.ts'

/** Whole strings are matched so that what looks like a comment or comma inside one stays. Open ends run to the end. */
const STRING_OR_COMMENT = /"(?:\\[\s\S]|[^"\\])*(?:"|\\?$)|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g
const STRING_OR_LAST_COMMA = /"(?:\\[\s\S]|[^"\\])*(?:"|\\?$)|,(?=\s*[}\]])/g

/** Parses JSON that may have comments and commas after the last member, as .NET reads it. Never throws. */
export function parseJsonWithComments(text: string): ParsedJson {
  const parsed = parseJson(text)
  return parsed.ok ? parsed : parseJson(withoutExtras(text))
}

function withoutExtras(text: string): string {
  const keepStrings = (match: string) => (match.startsWith('"') ? match : ' ')
  return text.replace(STRING_OR_COMMENT, keepStrings).replace(STRING_OR_LAST_COMMA, keepStrings)
}
