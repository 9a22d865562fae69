export type EnvVariable = {
  readonly name: string
  readonly value: string
  /** What other programs may read differently, in a sentence about the variable. */
  readonly remark: string | null
}

const ASSIGNMENT = /^\s*(?:export\s+)?([A-Za-z_][\w.-]*)(?:\s*=\s*|:\s+)(.*)$/

type Value = Pick<EnvVariable, 'value' | 'remark'> & { readonly nextLine: number }

/**
 * Reads the variables of a `.env` file or of pasted `export` lines: quotes of three kinds, values over several lines in
 * them, literal `\n` in double quotes, comments, spaces around `=`, Windows line ends, a byte order mark. A name that
 * comes twice keeps its last value. Also takes a private key that stands over several lines without quotes, and says so.
 * Lines that are no assignment are skipped. Never throws.
 * Source: the rules of the dotenv package, which Vonage's Node samples use.
 */
export function readEnvText(text: string): readonly EnvVariable[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  const variables = new Map<string, EnvVariable>()
  for (let at = 0; at < lines.length; ) {
    const [, name, rest] = ASSIGNMENT.exec(lines[at] ?? '') ?? []
    if (name === undefined || rest === undefined) {
      at += 1
      continue
    }
    const { nextLine, value, remark } = quotedValue(rest, lines, at) ?? plainValue(name, rest, lines, at)
    variables.set(name, { name, value, remark })
    at = nextLine
  }
  return [...variables.values()]
}

/** A value in quotes, over as many lines as it takes; null when there are none or they are never closed. */
function quotedValue(rest: string, lines: readonly string[], at: number): Value | null {
  const quote = rest[0]
  if (quote !== '"' && quote !== "'" && quote !== '`') return null
  const parts: string[] = []
  for (let line = at; line < lines.length; line += 1) {
    const text = line === at ? rest.slice(1) : (lines[line] ?? '')
    const end = closingQuote(text, quote)
    if (end === null) {
      parts.push(text)
      continue
    }
    const value = [...parts, text.slice(0, end)].join('\n')
    return { value: quote === '"' ? unescaped(value) : value, remark: null, nextLine: line + 1 }
  }
  return null
}

function closingQuote(text: string, quote: string): number | null {
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) {
    if (text[at - 1] !== '\\') return at
  }
  return null
}

function unescaped(value: string): string {
  return value.replaceAll('\\r', '').replaceAll('\\n', '\n')
}

function plainValue(name: string, rest: string, lines: readonly string[], at: number): Value {
  if (/^-----BEGIN /.test(rest) && !rest.includes('-----END ')) {
    const end = lines.findIndex((line, number) => number > at && line.startsWith('-----END '))
    if (end !== -1) {
      const value = [rest, ...lines.slice(at + 1, end + 1)].join('\n')
      return {
        value,
        remark: `${name} is not in quotes: most programs read its first line only.`,
        nextLine: end + 1,
      }
    }
  }
  const value = rest.replace(/(^|\s)#.*$/, '').trim()
  const remark = value.includes('#')
    ? `${name} has a # outside quotes: some programs cut it off there.`
    : null
  return { value, remark, nextLine: at + 1 }
}
