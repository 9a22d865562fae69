import type { Command } from '../commands/command.ts'
import { type CommandId, commandTable } from '../commands/command-table.ts'
import type { KeyChord, Os } from '../commands/key-chord.ts'

type Area = CommandId extends `${infer First}.${string}` ? First : never

/** What the commands are listed under while nothing is looked for, in this order. */
const GROUPS = {
  pages: 'Go to',
  callbacks: 'Callbacks',
  list: 'In the list',
  details: 'In the details',
  reply: 'Reply',
  help: 'Help',
} as const

/** By the first word of a command's id: a new one does not compile without its group. */
const GROUP_OF: Readonly<Record<Area, keyof typeof GROUPS>> = {
  palette: 'help',
  page: 'pages',
  panes: 'pages',
  search: 'callbacks',
  filter: 'callbacks',
  replay: 'callbacks',
  session: 'callbacks',
  delete: 'callbacks',
  list: 'list',
  body: 'details',
  details: 'details',
  reply: 'reply',
  help: 'help',
  app: 'help',
}

const groupByArea: ReadonlyMap<string, keyof typeof GROUPS> = new Map(Object.entries(GROUP_OF))
const everyCommand: readonly Command[] = commandTable

/** Every command once, but the one that opens the palette, in the order of the groups. */
export const paletteCommands: readonly Command[] = Object.values(GROUPS).flatMap((title) =>
  everyCommand.filter((command) => isListed(command) && groupOf(command) === title),
)

/** What a command is listed under. */
export function groupOf({ id }: Pick<Command, 'id'>): string {
  return GROUPS[groupByArea.get(id.slice(0, id.indexOf('.'))) ?? 'help']
}

/** All keys of a command, those of its twins included. */
export function keysOf({ id }: Pick<Command, 'id'>, os: Os): readonly KeyChord[] {
  return everyCommand
    .filter((command) => command.id === id || command.sameAs === id)
    .flatMap((command) => command.keys[os])
}

function isListed({ id, sameAs }: Command): boolean {
  return sameAs === undefined && id !== 'palette.open'
}
