import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commandTable } from '../../../renderer/commands/command-table.ts'
import { callbackFilter } from '../../../renderer/palette/callback-filter.ts'
import { foundRanges } from '../../../renderer/palette/found-ranges.ts'
import { matchCommand } from '../../../renderer/palette/match-command.ts'
import { matchTitle } from '../../../renderer/palette/match-title.ts'
import { groupOf, keysOf, paletteCommands } from '../../../renderer/palette/palette-commands.ts'
import {
  activeEntry,
  canBeChosen,
  entryAfter,
  type PaletteEntry,
  paletteGroups,
} from '../../../renderer/palette/palette-entry.ts'
import { readPaletteText } from '../../../renderer/palette/palette-text.ts'
import { rankCommands } from '../../../renderer/palette/rank-commands.ts'
import { withRecent } from '../../../renderer/palette/recent-commands.ts'

type Place = Parameters<typeof rankCommands>[1]

const place: Place = { commands: paletteCommands, isEnabled: () => true, recent: [], most: 100 }
const idsFor = (text: string, at: Partial<Place> = {}) =>
  rankCommands(text, { ...place, ...at }).flatMap(({ commands }) => commands.map(({ command }) => command.id))
const aCommand = fc.constantFrom(...paletteCommands)
const marked = (text: string, ranges: readonly { readonly start: number; readonly end: number }[]) =>
  ranges.map(({ start, end }) => text.slice(start, end))

describe('what the palette lists', () => {
  it('is every command once: itself is open already, and further keys are no further command', () => {
    const listed = new Set(paletteCommands.map(({ id }) => id))
    expect(listed.size).toBe(paletteCommands.length)
    for (const command of commandTable) {
      const of = 'sameAs' in command ? command.sameAs : command.id
      expect(listed.has(of) || command.id === 'palette.open', command.id).toBe(true)
    }
  })

  it('has no two commands that read alike', () => {
    const titles = paletteCommands.map(({ title }) => title)
    expect(new Set(titles).size).toBe(titles.length)
  })

  it('shows the keys of twins together', () => {
    const keys = keysOf({ id: 'replay.selected' }, 'other').map(({ key, mod }) => (mod ? `mod ${key}` : key))
    expect(keys).toEqual(['mod r', 'r'])
  })
})

describe('readPaletteText', () => {
  it.each([
    ['', 'everything', ''],
    [' hello ', 'everything', 'hello'],
    ['>', 'commands', ''],
    ['> go to', 'commands', 'go to'],
    ['@ Ada', 'people', 'Ada'],
    ['#aaaa-bbbb', 'messages', 'aaaa-bbbb'],
    ['a > b', 'everything', 'a > b'],
  ])('reads %j as %s %j', (written, mode, text) => {
    expect(readPaletteText(written)).toEqual({ mode, text })
  })
})

describe('matchTitle', () => {
  it.each([
    ['go', 'Go to Chats', ['Go']],
    ['CHATS', 'Go to Chats', ['Chats']],
    ['hat', 'Go to Chats', ['hat']],
    ['gtc', 'Go to Chats', ['G', 't', 'C']],
    ['gochat', 'Go to Chats', ['Go', 'Chat']],
    ['reshot', 'Replay the shown callback', null],
    ['gsx', 'Go to Settings', null],
  ])('finds %j in %j', (word, title, parts) => {
    const match = matchTitle(word, title)
    expect(match === null ? null : marked(title, match.ranges)).toEqual(parts)
  })

  it('thinks more of a start than of a word, of a word than of a part, of a part than of beginnings', () => {
    const scores = [
      matchTitle('rep', 'Replay all'),
      matchTitle('rep', 'Edit and replay'),
      matchTitle('play', 'Edit and replay'),
      matchTitle('ear', 'Edit and replay'),
    ].map((match) => match?.score ?? 0)
    expect(scores).toEqual(scores.toSorted((one, other) => other - one))
    expect(new Set(scores).size).toBe(scores.length)
  })

  it('marks what was written, letter by letter, in order', () => {
    fc.assert(
      fc.property(aCommand, fc.string({ minLength: 1, maxLength: 12 }), ({ title }, word) => {
        const match = matchTitle(word, title)
        if (match === null) return
        expect(marked(title, match.ranges).join('').toLowerCase()).toBe(word.toLowerCase())
        for (const [index, { start }] of match.ranges.entries()) {
          expect(start).toBeGreaterThanOrEqual(match.ranges[index - 1]?.end ?? 0)
        }
      }),
    )
  })
})

describe('matchCommand', () => {
  const command = { id: 'session.export', title: 'Export callbacks', keywords: ['har', 'download'] }

  it.each(['export', 'har', 'downl', 'session', 'session.export', 'call exp', 'EXPORT har', 'ec'])(
    'finds %j',
    (text) => {
      expect(matchCommand(text, command)).not.toBeNull()
    },
  )

  it.each(['import', 'export csv', 'xc'])('does not find %j', (text) => {
    expect(matchCommand(text, command)).toBeNull()
  })

  it('marks in order and apart, and inside the title', () => {
    fc.assert(
      fc.property(aCommand, fc.array(fc.string({ maxLength: 5 }), { maxLength: 4 }), (one, words) => {
        const ranges = matchCommand(words.join(' '), one)?.ranges ?? []
        for (const [index, { start, end }] of ranges.entries()) {
          expect(start).toBeGreaterThanOrEqual(index === 0 ? 0 : (ranges[index - 1]?.end ?? 0))
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(one.title.length)
        }
      }),
    )
  })
})

describe('rankCommands', () => {
  it('has everything in groups while nothing is looked for, the recent ones in front and once', () => {
    const recent = ['filter.edit', 'page.chats']
    const groups = rankCommands('', { ...place, recent })
    expect(groups.map(({ title }) => title)).toEqual([
      'Recent',
      ...new Set(paletteCommands.map((command) => groupOf(command))),
    ])
    expect(groups[0]?.commands.map(({ command }) => command.id)).toEqual(recent)
    expect(idsFor('', { recent }).toSorted()).toEqual(paletteCommands.map(({ id }) => id).toSorted())
  })

  it('has in each group what can run first', () => {
    const isEnabled = ({ id }: { readonly id: string }) => id !== 'page.chats' && !id.startsWith('replay.')
    for (const { commands } of rankCommands('', {
      ...place,
      isEnabled,
      recent: ['page.chats', 'app.reload'],
    })) {
      const places = commands.map((one) => (one.isEnabled ? 0 : 1))
      expect(places).toEqual(places.toSorted())
    }
  })

  it('has a command first whose title is written out, and finds it by any beginning of it', () => {
    fc.assert(
      fc.property(aCommand, fc.nat(), ({ id, title }, length) => {
        expect(idsFor(title)[0]).toBe(id)
        const begun = title.slice(0, 1 + (length % title.length)).trim()
        expect(idsFor(begun)).toContain(id)
        expect(idsFor(begun.toUpperCase())).toEqual(idsFor(begun))
      }),
    )
  })

  it('finds nothing more when more is written', () => {
    fc.assert(
      fc.property(aCommand, fc.constantFrom('the', 'all', 'r', 'zz'), ({ title }, word) => {
        const before = new Set(idsFor(title.slice(0, 4).trim()))
        expect(idsFor(`${title.slice(0, 4).trim()} ${word}`).every((id) => before.has(id))).toBe(true)
      }),
    )
  })

  it('has the recent one first among those that fit alike', () => {
    expect(idsFor('go to', { recent: ['page.tokens'] })[0]).toBe('page.tokens')
  })

  it('shows what cannot run now, but behind what fits as well and can', () => {
    const isEnabled = ({ id }: { readonly id: string }) => id !== 'replay.selected'
    const [group] = rankCommands('replay the selected callback', { ...place, isEnabled })
    expect(group?.commands.find(({ command }) => command.id === 'replay.selected')?.isEnabled).toBe(false)
    expect(idsFor('replay', { isEnabled })[0]).not.toBe('replay.selected')
    expect(idsFor('replay', { isEnabled })).toContain('replay.selected')
  })

  it('has the best only where there is little room', () => {
    expect(idsFor('re', { most: 3 })).toEqual(idsFor('re').slice(0, 3))
    expect(idsFor('', { most: 3 })).toHaveLength(paletteCommands.length)
  })

  it('has no group without a command', () => {
    expect(rankCommands('qqqq', place)).toEqual([])
  })
})

describe('withRecent', () => {
  it('has the last in front, each once, and not many', () => {
    expect(withRecent(['a', 'b'], 'b')).toEqual(['b', 'a'])
    expect(withRecent(['a', 'b', 'c', 'd', 'e'], 'f')).toEqual(['f', 'a', 'b', 'c', 'd'])
  })
})

describe('moving through the entries', () => {
  const isEnabled = ({ id }: { readonly id: string }) => id !== 'page.callbacks'
  const groups = paletteGroups({
    commands: rankCommands('go to', { ...place, isEnabled }),
    callbacks: [],
    conversations: [],
  })
  const entries: readonly PaletteEntry[] = groups.flatMap((group) => group.entries)

  it('begins with the first, even where that says why it cannot be chosen', () => {
    const disabled = entries.find(({ id }) => id === 'page.callbacks')
    if (disabled === undefined) throw new Error('It is not listed.')
    expect(canBeChosen(disabled)).toBe(false)
    expect(activeEntry([disabled, ...entries], null)).toBe(disabled)
    expect(activeEntry(entries, null)).toBe(entries[0])
    expect(activeEntry([], null)).toBeNull()
  })

  it('keeps the one moved to while it is there', () => {
    expect(activeEntry(entries, 'page.callbacks')?.id).toBe('page.callbacks')
    expect(activeEntry(entries, 'gone')).toBe(entries[0])
  })

  it('goes round step by step, and stops at the ends by pages', () => {
    const [first] = entries
    const last = entries.at(-1)
    if (first === undefined || last === undefined) throw new Error('Nothing is listed.')
    expect(entryAfter(entries, first, -1)).toBe(last)
    expect(entryAfter(entries, last, 1)).toBe(first)
    expect(entryAfter(entries, first, 1)).toBe(entries[1])
    expect(entryAfter(entries, first, 1_000)).toBe(last)
    expect(entryAfter(entries, last, -1_000)).toBe(first)
    expect(entryAfter([], null, 1)).toBeNull()
  })
})

describe('callbackFilter', () => {
  it.each([
    ['hello', 'hello'],
    ['status:rejected', 'status:rejected'],
    ['"open', null],
    ['', null],
    ['>go', null],
    ['@ada', null],
    ['#aaaa-1111', 'aaaa-1111'],
    ['#', ''],
    ['#from:1', '"from:1"'],
  ])('of %j is %j', (written, filter) => {
    expect(callbackFilter(readPaletteText(written), 0)).toBe(filter)
  })
})

describe('foundRanges', () => {
  it.each([
    ['Ada Lovelace', 'lov', ['Lov']],
    ['Zoë', 'zoe', ['Zoë']],
    ['2222222222222222', '22', ['22']],
    ['Ada', 'x', []],
    ['Ada', '', []],
  ])('in %j of %j', (text, wanted, parts) => {
    expect(marked(text, foundRanges(text, wanted))).toEqual(parts)
  })
})
