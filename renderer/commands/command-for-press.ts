import type { Command, CommandScope } from './command.ts'
import { commandTable } from './command-table.ts'
import { isPressed, isTypingKey, type KeyPress, type Os } from './key-chord.ts'
import type { OfferedActions } from './page-actions.ts'

export type PressPlace = {
  readonly os: Os
  /** The part of the page that has the focus. */
  readonly scope: CommandScope
  /** Whether the focus is in something that takes text. */
  readonly isWriting: boolean
  readonly actions: OfferedActions
}

/** The command a key press stands for at this place; the more particular scope goes first. */
export function commandForPress(press: KeyPress, place: PressPlace): Command | null {
  const isMeant = (command: Command) =>
    command.keys[place.os].some(
      (chord) => isPressed(chord, press, place.os) && !(place.isWriting && isTypingKey(chord)),
    )
  const candidates = commandTable.filter((command) => isMeant(command) && command.when(place.actions))
  const inScope = (scope: CommandScope) => candidates.find((command) => command.scope === scope)
  return inScope(place.scope) ?? inScope('everywhere') ?? null
}
