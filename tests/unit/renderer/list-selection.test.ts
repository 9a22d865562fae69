import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Desk, type DeskAction, desk, emptyDesk } from '../../../renderer/pages/callbacks/desk.ts'
import { isSelected, selectedSeqs } from '../../../renderer/pages/callbacks/list-selection.ts'
import { rowOf, rowsOf } from './rows.ts'

/** Newest first, as in the list. */
const rows = rowsOf(9, 8, 7, 6, 5)
const at = (seq: number) => rowOf({ seq })

const pick = (seq: number): DeskAction => ({ kind: 'picked', callback: at(seq) })
const toggle = (seq: number): DeskAction => ({ kind: 'toggled', callback: at(seq) })
const extend = (seq: number): DeskAction => ({ kind: 'extended', callback: at(seq), rows })
const focus = (seq: number): DeskAction => ({ kind: 'focused', callback: at(seq) })
const all: DeskAction = { kind: 'picked-all', rows }
const single: DeskAction = { kind: 'single' }
const arrived: DeskAction = { kind: 'arrived', newestInbound: at(10) }
const follow: DeskAction = { kind: 'follow', newestInbound: at(10) }
const write: DeskAction = { kind: 'edited', fields: { text: 'Hi' } }

function deskAfter(...actions: readonly DeskAction[]): Desk {
  return actions.reduce(desk, emptyDesk)
}

type Case = readonly [
  what: string,
  actions: readonly DeskAction[],
  mode: Desk['selection']['mode'],
  shown: number | null,
  selected: readonly number[],
]

const cases: readonly Case[] = [
  ['a click selects one', [pick(7)], 'pinned', 7, [7]],
  ['a second click selects that one only', [pick(7), toggle(5), pick(9)], 'pinned', 9, [9]],
  ['Ctrl+click adds one and shows it', [pick(7), toggle(5)], 'several', 5, [5, 7]],
  ['Ctrl+click takes one away and leaves the focus there', [all, toggle(6)], 'several', 6, [5, 7, 8, 9]],
  ['Ctrl+click leaves the last one selected', [pick(7), toggle(7)], 'pinned', 7, [7]],
  ['Shift+click selects all between', [pick(8), extend(6)], 'several', 6, [6, 7, 8]],
  ['a range turns round where it began', [pick(7), extend(5), extend(9)], 'several', 9, [7, 8, 9]],
  ['a range back to where it began is one row', [pick(7), extend(5), extend(7)], 'pinned', 7, [7]],
  ['a range begins at the last row that was toggled', [pick(9), toggle(6), extend(5)], 'several', 5, [5, 6]],
  ['a range without a beginning is one row', [extend(6)], 'pinned', 6, [6]],
  ['a range from a row that is not loaded is one row', [pick(2), extend(6)], 'pinned', 6, [6]],
  ['Ctrl+A selects all and keeps what is shown', [pick(7), all], 'several', 7, [5, 6, 7, 8, 9]],
  ['Ctrl+A shows the newest when nothing was', [all], 'several', 9, [5, 6, 7, 8, 9]],
  ['Escape goes back to the one that is shown', [pick(8), extend(6), single], 'pinned', 6, [6]],
  ['Escape again follows the newest', [pick(8), extend(6), single, follow], 'following', 10, [10]],
  ['the focus moves without the selection', [pick(8), focus(6)], 'several', 6, [8]],
  ['the focus back on the only selected row is one row', [pick(8), focus(6), focus(8)], 'pinned', 8, [8]],
  ['Space adds the focused row', [pick(8), focus(6), toggle(6)], 'several', 6, [6, 8]],
  ['an arrival leaves several alone', [pick(8), extend(6), arrived], 'several', 6, [6, 7, 8]],
  ['an arrival leaves one alone that was several', [pick(8), extend(6), single, arrived], 'pinned', 6, [6]],
  ['writing leaves several alone', [pick(8), extend(6), write], 'several', 6, [6, 7, 8]],
  ['the newest takes the place of several when asked', [pick(8), extend(6), follow], 'following', 10, [10]],
]

describe('the selection of the list', () => {
  it.each(cases)('%s', (_, actions, mode, shown, selected) => {
    const { selection, form } = deskAfter(...actions)
    expect({ mode: selection.mode, shown: selection.seq, selected: selectedSeqs(selection) }).toEqual({
      mode,
      shown,
      selected,
    })
    expect(form.fields.to).toBe(`psid-${shown}`)
  })

  it('always has something selected once a row was picked, and knows what', () => {
    const seq = fc.constantFrom(...rows.map((row) => row.seq))
    const action = fc.oneof(
      seq.map(pick),
      seq.map(toggle),
      seq.map(extend),
      seq.map(focus),
      fc.constantFrom(all, single, arrived, write),
    )
    fc.assert(
      fc.property(fc.array(action), (actions) => {
        const { selection } = deskAfter(pick(7), ...actions)
        const selected = selectedSeqs(selection)
        expect(selected.length).toBeGreaterThan(0)
        expect(selected.every((one) => isSelected(selection, one))).toBe(true)
        expect(selected).toEqual([...new Set(selected)].sort((a, b) => a - b))
        if (selection.mode === 'several') {
          expect(selected.length > 1 || !isSelected(selection, selection.seq)).toBe(true)
        }
      }),
    )
  })
})
