export type JsonPlace = {
  /** Takes the next character; says whether it opened or closed an object or list. */
  readonly take: (character: string) => 'open' | 'close' | null
  /** How many objects and lists are open. */
  readonly depth: () => number
  /** The names of the members that lead to here, of the outermost `levels` levels; '' in a list. */
  readonly names: () => readonly string[]
}

/** Keeps where in a JSON text one is, character by character, with the names of the outermost levels only. */
export function createJsonPlace(levels: number): JsonPlace {
  const names: string[] = []
  let depth = 0
  let isInString = false
  let isEscaped = false
  let lastString = ''

  function takeInString(character: string): void {
    if (isEscaped) isEscaped = false
    else if (character === '\\') isEscaped = true
    else if (character === '"') isInString = false
    // No name that is looked for is longer.
    if (isInString && depth <= levels && lastString.length < 20) lastString += character
  }

  function takeOutside(character: string): 'open' | 'close' | null {
    switch (character) {
      case '"':
        isInString = true
        lastString = ''
        return null
      case ':':
        if (depth <= levels) names[depth - 1] = lastString
        return null
      case '{':
      case '[':
        depth += 1
        if (depth <= levels) names[depth - 1] = ''
        return 'open'
      case '}':
      case ']':
        depth -= 1
        if (depth < levels) names.length = Math.max(0, depth)
        return 'close'
      default:
        return null
    }
  }

  return {
    take(character) {
      if (!isInString) return takeOutside(character)
      takeInString(character)
      return null
    },
    depth: () => depth,
    names: () => names,
  }
}
