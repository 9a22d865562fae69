/** What is looked for: `everything` are commands, callbacks and conversations. */
export type PaletteMode = 'everything' | 'commands' | 'people' | 'messages'

export type PaletteText = { readonly mode: PaletteMode; readonly text: string }

const MODES: Readonly<Record<string, PaletteMode>> = { '>': 'commands', '@': 'people', '#': 'messages' }

/** The first character may say what is looked for; the rest is what to look for. */
export function readPaletteText(written: string): PaletteText {
  const trimmed = written.trimStart()
  const mode = MODES[trimmed.charAt(0)]
  if (mode === undefined) return { mode: 'everything', text: trimmed.trimEnd() }
  return { mode, text: trimmed.slice(1).trim() }
}
