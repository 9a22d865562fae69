const QUOTES = "'\u2018\u2019\u201a\u201b"

/**
 * The single-quoted strings of a PowerShell command, read as PowerShell does: it takes five characters for a single
 * quote, and two of them in a row inside a string for the second one. `rest` is the command with `_` for each of them.
 * Source: PowerShell, about_Quoting_Rules; its tokenizer for the quotes of word processors.
 */
export function singleQuoted(command: string): {
  readonly strings: readonly string[]
  readonly rest: string
} {
  const strings: string[] = []
  let rest = ''
  let index = 0
  while (index < command.length) {
    if (!QUOTES.includes(command.charAt(index))) {
      rest += command.charAt(index)
      index += 1
      continue
    }
    const string = stringFrom(command, index + 1)
    strings.push(string.value)
    rest += '_'
    index = string.end
  }
  return { strings, rest }
}

function stringFrom(command: string, start: number): { readonly value: string; readonly end: number } {
  let value = ''
  for (let index = start; index < command.length; index += 1) {
    if (QUOTES.includes(command.charAt(index))) {
      const next = command.charAt(index + 1)
      if (next === '' || !QUOTES.includes(next)) return { value, end: index + 1 }
      index += 1
    }
    value += command.charAt(index)
  }
  throw new Error('A string of the command has no end.')
}
