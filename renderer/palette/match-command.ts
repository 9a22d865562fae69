import type { TextRange } from '#shared/search/highlight.ts'
import type { Command } from '../commands/command.ts'
import { matchTitle, type TitleMatch } from './match-title.ts'

type Named = Pick<Command, 'id' | 'title' | 'keywords'>

/** What is written begins the title; twice that where it is all of it. */
const WHOLE = 50
const KEYWORD_START = 45
const KEYWORD_INSIDE = 20
const ID_INSIDE = 15

/** How well a command fits what is looked for; null where one of the words is not found in title, keywords or id. */
export function matchCommand(text: string, command: Named): TitleMatch | null {
  const matches = text
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => matchWord(word, command))
  const found = matches.filter((match) => match !== null)
  if (found.length < matches.length) return null
  const [wanted, title] = [text.toLowerCase(), command.title.toLowerCase()]
  const whole = title === wanted ? 2 * WHOLE : title.startsWith(wanted) ? WHOLE : 0
  return {
    score: found.reduce((sum, { score }) => sum + score, whole),
    ranges: joined(found.flatMap(({ ranges }) => ranges)),
  }
}

function matchWord(word: string, { id, title, keywords }: Named): TitleMatch | null {
  const inTitle = matchTitle(word, title)
  const elsewhere = scoreElsewhere(word.toLowerCase(), id, keywords)
  if (inTitle !== null && inTitle.score >= elsewhere) return inTitle
  return elsewhere === 0 ? null : { score: elsewhere, ranges: [] }
}

function scoreElsewhere(word: string, id: string, keywords: readonly string[]): number {
  if (keywords.some((keyword) => keyword.toLowerCase().startsWith(word))) return KEYWORD_START
  if (keywords.some((keyword) => keyword.toLowerCase().includes(word))) return KEYWORD_INSIDE
  return id.includes(word) ? ID_INSIDE : 0
}

/** In order, and not overlapping. */
function joined(ranges: readonly TextRange[]): readonly TextRange[] {
  const all: TextRange[] = []
  for (const range of ranges.toSorted((one, other) => one.start - other.start)) {
    const last = all.at(-1)
    if (last === undefined || range.start > last.end) all.push(range)
    else all[all.length - 1] = { start: last.start, end: Math.max(last.end, range.end) }
  }
  return all
}
