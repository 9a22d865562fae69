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
  /** What has to be so first, told while `when` is false. */
  readonly otherwise: string
  readonly run: (actions: OfferedActions) => void
  /** The id of the command that this one is further keys of. */
  readonly sameAs?: string
}

/** Keys that are the same on macOS and elsewhere. */
export const onBoth = (...chords: readonly KeyChord[]) => ({ mac: chords, other: chords })

/** For commands that are run from a menu or the palette only. */
export const noKeys = onBoth()
