import type { TextRange } from '#shared/search/highlight.ts'
import type { Command } from '../commands/command.ts'
import { matchCommand } from './match-command.ts'
import { groupOf } from './palette-commands.ts'

export type RankedCommand = {
  readonly command: Command
  readonly isEnabled: boolean
  /** What of the title was found. */
  readonly ranges: readonly TextRange[]
}

export type RankedGroup = { readonly title: string; readonly commands: readonly RankedCommand[] }

type Place = {
  readonly commands: readonly Command[]
  readonly isEnabled: (command: Command) => boolean
  /** Ids, the latest first. */
  readonly recent: readonly string[]
  /** How many are shown of those that fit a text. */
  readonly most: number
}

/** A command that cannot run now gives way to others that fit about as well. */
const DISABLED_COST = 25

/** The commands that fit, best first; without a text all of them in their groups, the recent ones in front. */
export function rankCommands(text: string, place: Place): readonly RankedGroup[] {
  const groups = text === '' ? inGroups(place) : [{ title: 'Commands', commands: bestFirst(text, place) }]
  return groups.filter(({ commands }) => commands.length > 0)
}

function inGroups({ commands, isEnabled, recent }: Place): readonly RankedGroup[] {
  const ranked = commands.map((command) => ({ command, isEnabled: isEnabled(command), ranges: [] }))
  const isRecent = ({ command }: RankedCommand) => recent.includes(command.id)
  const latest = ranked
    .filter(isRecent)
    .toSorted(byPlace((one) => recent.indexOf(one.command.id)))
    .toSorted(canRunFirst)
  const titles = new Set(commands.map(groupOf))
  const others = [...titles].map((title) => ({
    title,
    commands: ranked.filter((one) => !isRecent(one) && groupOf(one.command) === title).toSorted(canRunFirst),
  }))
  return [{ title: 'Recent', commands: latest }, ...others]
}

function bestFirst(text: string, { commands, isEnabled, recent, most }: Place): readonly RankedCommand[] {
  return commands
    .flatMap((command) => {
      const match = matchCommand(text, command)
      if (match === null) return []
      const canRun = isEnabled(command)
      const score = canRun ? match.score : match.score - DISABLED_COST
      return [{ command, isEnabled: canRun, ranges: match.ranges, score, age: ageOf(command, recent) }]
    })
    .toSorted((one, other) => other.score - one.score || one.age - other.age)
    .slice(0, most)
    .map(({ command, isEnabled: canRun, ranges }) => ({ command, isEnabled: canRun, ranges }))
}

function ageOf({ id }: Command, recent: readonly string[]): number {
  const place = recent.indexOf(id)
  return place === -1 ? recent.length : place
}

function byPlace(placeOf: (one: RankedCommand) => number) {
  return (one: RankedCommand, other: RankedCommand) => placeOf(one) - placeOf(other)
}

const canRunFirst = byPlace(({ isEnabled }) => (isEnabled ? 0 : 1))
