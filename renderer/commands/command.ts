import type { KeyChord, Os } from './key-chord.ts'
import type { OfferedActions } from './page-actions.ts'

/** Where a command's keys work: everywhere, or while the focus is in that part of the page. */
export type CommandScope = 'everywhere' | 'list' | 'details' | 'reply'

export type Command = {
  readonly id: string
  readonly title: string
  readonly keywords: readonly string[]
  readonly scope: CommandScope
  readonly keys: Readonly<Record<Os, readonly KeyChord[]>>
  readonly when: (actions: OfferedActions) => boolean
  readonly run: (actions: OfferedActions) => void
}

/** Keys that are the same on macOS and elsewhere. */
export const onBoth = (...chords: readonly KeyChord[]) => ({ mac: chords, other: chords })
