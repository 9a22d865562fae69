/**
 * What a program gets as arguments when a line is typed at the Windows prompt. First cmd: variables between percent
 * signs (an unknown one stays as it is), then carets and operators, both only outside of quotes; then the C runtime of
 * the program. Throws where cmd would take a part of the line for an operator.
 * Source: Microsoft, "Parsing C command-line arguments" and "cmd".
 */
export function cmdArguments(line: string, variables: Readonly<Record<string, string>>): readonly string[] {
  return splitArguments(afterCarets(withVariables(line, variables)))
}

function withVariables(line: string, variables: Readonly<Record<string, string>>): string {
  let text = ''
  let rest = line
  for (;;) {
    const start = rest.indexOf('%')
    const end = rest.indexOf('%', start + 1)
    if (start < 0 || end < 0) return text + rest
    const value = variables[rest.slice(start + 1, end).toUpperCase()]
    text += rest.slice(0, start) + (value ?? '%')
    rest = rest.slice(value === undefined ? start + 1 : end + 1)
  }
}

function afterCarets(line: string): string {
  let text = ''
  let isQuoted = false
  for (let index = 0; index < line.length; index += 1) {
    const character = line.charAt(index)
    if (/[\r\n]/.test(character)) throw new Error('cmd takes one line at a time.')
    if (character === '"') isQuoted = !isQuoted
    if (!isQuoted && /[&|<>]/.test(character)) throw new Error(`cmd takes ${character} for an operator.`)
    if (!isQuoted && character === '^') {
      index += 1
      text += line.charAt(index)
    } else text += character
  }
  return text
}

function splitArguments(line: string): readonly string[] {
  const found: string[] = []
  let current: string | null = null
  let isQuoted = false
  for (const part of line.match(/\\*"|\\+|[ \t]+|[^\\" \t]+/g) ?? []) {
    const isGap = !isQuoted && /^[ \t]+$/.test(part)
    if (isGap && current !== null) found.push(current)
    const meaning = meaningOf(part)
    current = isGap ? null : (current ?? '') + meaning.text
    if (meaning.isQuote) isQuoted = !isQuoted
  }
  return current === null ? found : [...found, current]
}

/** In front of a quote two backslashes are one, and an odd one makes the quote a character. */
function meaningOf(part: string): { readonly text: string; readonly isQuote: boolean } {
  if (!part.endsWith('"')) return { text: part, isQuote: false }
  const slashes = part.length - 1
  const isQuote = slashes % 2 === 0
  return { text: '\\'.repeat(Math.floor(slashes / 2)) + (isQuote ? '' : '"'), isQuote }
}
