/** A key with its modifiers. `mod` is Command on macOS and Control elsewhere. */
export type KeyChord = {
  /** As in KeyboardEvent.key; letters in lower case. */
  readonly key: string
  /** As in KeyboardEvent.code: where the key must be found on every keyboard layout. */
  readonly code?: string
  readonly mod?: true
  readonly shift?: true
}

export type Os = 'mac' | 'other'

export type KeyPress = {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/** Which of the two families of shortcuts this system uses. */
export function osOf(platform: string): Os {
  return /mac|iphone|ipad/i.test(platform) ? 'mac' : 'other'
}

/** Whether a key press is this chord, and not the same key with more modifiers. */
export function isPressed(chord: KeyChord, press: KeyPress, os: Os): boolean {
  const mod = os === 'mac' ? press.metaKey : press.ctrlKey
  const otherMod = os === 'mac' ? press.ctrlKey : press.metaKey
  if (otherMod || press.altKey || mod !== (chord.mod === true)) return false
  // A plain symbol such as ? needs Shift on one layout and none on another; only named keys are strict about it.
  const isSymbol = chord.key.length === 1 && !/[a-z0-9]/.test(chord.key)
  if (!isSymbol && press.shiftKey !== (chord.shift === true)) return false
  if (press.key.toLowerCase() === chord.key.toLowerCase()) return true
  return chord.mod === true && chord.code !== undefined && press.code === chord.code
}

/** Plain keys write text or move in it; they must not fire while someone is writing. */
export function isTypingKey(chord: KeyChord): boolean {
  return chord.mod !== true && !/^(F\d+|Escape)$/.test(chord.key)
}

const NAMES: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
  Escape: 'Esc',
  ' ': 'Space',
}

/** How the keys are written for people: symbols on macOS, words elsewhere. */
export function chordText(chord: KeyChord, os: Os): string {
  const key = NAMES[chord.key] ?? (chord.key.length === 1 ? chord.key.toUpperCase() : chord.key)
  if (os === 'mac') {
    return `${chord.mod ? '⌘' : ''}${chord.shift ? '⇧' : ''}${key === 'Enter' ? '↵' : key}`
  }
  return [chord.mod && 'Ctrl', chord.shift && 'Shift', key].filter(Boolean).join('+')
}

/** The same for assistive technology (WAI-ARIA, aria-keyshortcuts). */
export function chordAria(chord: KeyChord, os: Os): string {
  const mod = os === 'mac' ? 'Meta' : 'Control'
  const letter = chord.key.length === 1 ? chord.key.toUpperCase() : chord.key
  const key = letter === ' ' ? 'Space' : letter
  return [chord.mod && mod, chord.shift && 'Shift', key].filter(Boolean).join('+')
}
