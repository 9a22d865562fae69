import { type CommandId, commandOf } from './command-table.ts'
import { chordAria, chordText } from './key-chord.ts'
import { thisOs } from './this-os.ts'

/** A command's first keys, for a hint beside its button. */
export function shortcutText(id: CommandId): string {
  const chord = commandOf(id).keys[thisOs()][0]
  return chord === undefined ? '' : chordText(chord, thisOs())
}

/** A command's keys for `aria-keyshortcuts`. */
export function shortcutAria(id: CommandId): string {
  return commandOf(id)
    .keys[thisOs()].map((chord) => chordAria(chord, thisOs()))
    .join(' ')
}
