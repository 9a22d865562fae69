import { describe, expect, it } from 'vitest'
import { commandForPress, type PressPlace } from '../../../renderer/commands/command-for-press.ts'
import { commandTable } from '../../../renderer/commands/command-table.ts'
import type { KeyChord } from '../../../renderer/commands/key-chord.ts'
import { chordAria, chordText, type KeyPress, osOf } from '../../../renderer/commands/key-chord.ts'

const NEVER = ['c', 'x', 'v', 'a', 'z', 'y', 'h', 'm', 'q', 'w', 't', 'n'] as const

function press(key: string, more: Partial<KeyPress> = {}): KeyPress {
  return { key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more }
}

const offered = {
  goTo: () => {},
  openHelp: () => {},
  focusSearch: () => {},
  moveInList: () => {},
  sendReply: () => {},
  copyCurl: () => {},
  backToList: () => {},
}
const place: PressPlace = { os: 'other', scope: 'everywhere', isWriting: false, actions: offered }
const meant = (key: KeyPress, at: Partial<PressPlace> = {}) =>
  commandForPress(key, { ...place, ...at })?.id ?? null

describe('the command table', () => {
  it.each(['mac', 'other'] as const)('has no two commands with one key in one scope (%s)', (os) => {
    const taken = new Map<string, string>()
    for (const command of commandTable) {
      for (const chord of command.keys[os]) {
        const place = `${command.scope} ${chordAria(chord, os)}`
        expect(taken.get(place), `${place} of ${command.id}`).toBeUndefined()
        taken.set(place, command.id)
      }
    }
  })

  it.each(['mac', 'other'] as const)('hides no command that works everywhere behind another (%s)', (os) => {
    const keysOf = (isEverywhere: boolean) =>
      commandTable
        .filter((command) => (command.scope === 'everywhere') === isEverywhere)
        .flatMap((command) => command.keys[os].map((chord) => chordAria(chord, os)))
    const everywhere = new Set(keysOf(true))
    expect(keysOf(false).filter((key) => everywhere.has(key))).toEqual([])
  })

  it('has no two commands with one id', () => {
    const ids = commandTable.map((command) => command.id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('leaves the keys of the system and of text fields alone', () => {
    // Where nothing is written, select all means the rows.
    const chords: readonly KeyChord[] = commandTable
      .filter((command) => command.id !== 'list.select-all')
      .flatMap((command) => [...command.keys.mac, ...command.keys.other])
    const taken = chords.filter(
      (chord) => chord.mod && !chord.shift && NEVER.some((key) => key === chord.key),
    )
    expect(taken).toEqual([])
  })
})

describe('commandForPress', () => {
  it('knows letters by what they write and symbols by where they are', () => {
    expect(meant(press('f', { ctrlKey: true }))).toBe('search.focus')
    expect(meant(press('-', { ctrlKey: true, code: 'Slash' }))).toBe('help.shortcuts')
    expect(meant(press('/', { ctrlKey: true, shiftKey: true, code: 'Digit7' }))).toBe('help.shortcuts')
  })

  it('fires no plain key while someone is writing', () => {
    expect(meant(press('/'))).toBe('search.focus-from-page')
    expect(meant(press('/'), { isWriting: true })).toBeNull()
    expect(meant(press('Enter', { ctrlKey: true }), { scope: 'reply', isWriting: true })).toBe('reply.send')
  })

  it('fires list keys in the list only', () => {
    expect(meant(press('j'), { scope: 'list' })).toBe('list.next')
    expect(meant(press('?', { shiftKey: true }), { scope: 'list' })).toBe('list.help')
    expect(meant(press('j'))).toBeNull()
  })

  it('selects rows with the keys that select text elsewhere, in the list only', () => {
    const actions = { ...offered, selectAllInList: () => {}, toggleInList: () => {} }
    const inList = { scope: 'list', actions } as const
    expect(meant(press('a', { ctrlKey: true }), inList)).toBe('list.select-all')
    expect(meant(press('a', { ctrlKey: true }), { actions })).toBeNull()
    expect(meant(press('ArrowDown', { shiftKey: true }), inList)).toBe('list.extend-down')
    expect(meant(press('ArrowUp', { ctrlKey: true }), inList)).toBe('list.focus-up')
    expect(meant(press(' '), inList)).toBe('list.toggle')
    expect(meant(press(' '), { actions })).toBeNull()
  })

  it('leaves presses with other modifiers alone', () => {
    expect(meant(press('j', { ctrlKey: true }), { scope: 'list' })).toBeNull()
    expect(meant(press('f', { ctrlKey: true, altKey: true }))).toBeNull()
    expect(meant(press('f', { ctrlKey: true, shiftKey: true }))).toBeNull()
    expect(meant(press('c', { ctrlKey: true }))).toBeNull()
  })

  it('uses Command on macOS', () => {
    expect(meant(press('f', { metaKey: true }), { os: 'mac' })).toBe('search.focus')
    expect(meant(press('f', { ctrlKey: true }), { os: 'mac' })).toBeNull()
  })

  it('does nothing that is not on offer', () => {
    expect(meant(press('f', { ctrlKey: true }), { actions: {} })).toBeNull()
  })
})

describe('how keys are written', () => {
  it('uses symbols on macOS and words elsewhere', () => {
    const chord = { key: 'c', mod: true, shift: true } as const
    expect(chordText(chord, 'mac')).toBe('⌘⇧C')
    expect(chordText(chord, 'other')).toBe('Ctrl+Shift+C')
    expect(chordAria(chord, 'mac')).toBe('Meta+Shift+C')
    expect(osOf('MacIntel')).toBe('mac')
    expect(osOf('Linux x86_64')).toBe('other')
  })
})
