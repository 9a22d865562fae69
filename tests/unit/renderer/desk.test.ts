import { describe, expect, it } from 'vitest'
import {
  type Desk,
  type DeskAction,
  desk,
  emptyDesk,
  newestInbound,
} from '../../../renderer/pages/callbacks/desk.ts'
import { isFilledIn } from '../../../renderer/pages/callbacks/reply-form-state.ts'
import { rowOf } from './rows.ts'

const first = rowOf({ seq: 1, psid: 'anna', pageId: 'shop' })
const second = rowOf({ seq: 2, psid: 'ben', pageId: 'shop' })

function deskAfter(...actions: readonly DeskAction[]): Desk {
  return actions.reduce(desk, emptyDesk)
}

const arrived = (callback: typeof first | null): DeskAction => ({ kind: 'arrived', newestInbound: callback })

describe('desk', () => {
  it('follows the newest inbound callback and fills its ids in', () => {
    const state = deskAfter(arrived(first), arrived(second))
    expect(state.selection).toEqual({ mode: 'following', seq: 2 })
    expect(state.form.fields).toMatchObject({ from: 'shop', to: 'ben' })
    expect(isFilledIn(state.form)).toBe(true)
  })

  it('stays where the person selected', () => {
    const state = deskAfter(arrived(first), { kind: 'picked', callback: first }, arrived(second))
    expect(state.selection).toEqual({ mode: 'pinned', seq: 1 })
    expect(state.form.fields.to).toBe('anna')
  })

  it('stays where the person writes', () => {
    const state = deskAfter(arrived(first), { kind: 'edited', fields: { text: 'Hi' } }, arrived(second))
    expect(state.selection).toEqual({ mode: 'pinned', seq: 1 })
  })

  it('goes on following when only a switch is flipped', () => {
    const state = deskAfter(arrived(first), { kind: 'edited', fields: { version: 'v0.1' } }, arrived(second))
    expect(state.selection).toEqual({ mode: 'following', seq: 2 })
  })

  it('fills the first ids in for a text that was begun before anything arrived, and stays there', () => {
    const state = deskAfter({ kind: 'edited', fields: { text: 'Hi' } }, arrived(first), arrived(second))
    expect(state.selection).toEqual({ mode: 'pinned', seq: 1 })
    expect(state.form.fields).toMatchObject({ from: 'shop', to: 'anna', text: 'Hi' })
  })

  it('leaves ids alone that were typed before anything arrived', () => {
    const state = deskAfter({ kind: 'edited', fields: { to: 'me' } }, arrived(first))
    expect(state.selection).toEqual({ mode: 'pinned', seq: null })
    expect(state.form.fields.to).toBe('me')
  })

  it('goes on from what was deleted, unless the person has gone on since', () => {
    const before = deskAfter({ kind: 'picked', callback: first })
    const deleted = { kind: 'deleted', selection: before.selection, next: second } as const
    expect(desk(before, deleted)).toMatchObject({ selection: { seq: 2 }, form: { fields: { to: 'ben' } } })
    expect(desk(before, { ...deleted, next: null }).selection).toEqual({ mode: 'following', seq: null })
    const elsewhere = desk(before, { kind: 'picked', callback: rowOf({ seq: 3, psid: 'eve' }) })
    expect(desk(elsewhere, deleted)).toBe(elsewhere)
  })

  it('goes on from what was deleted where React has computed the state again', () => {
    const pinned = deskAfter({ kind: 'picked', callback: first })
    const deleted = { kind: 'deleted', selection: structuredClone(pinned.selection), next: second } as const
    expect(desk(pinned, deleted).selection.seq).toBe(2)
    const several = desk(pinned, { kind: 'toggled', callback: second })
    expect(desk(several, { ...deleted, next: null }).selection).toBe(several.selection)
    const both = { ...deleted, selection: structuredClone(several.selection), next: null }
    expect(desk(several, both).selection).toEqual({ mode: 'following', seq: null })
  })

  it('empties the text that was sent, and none that was written since', () => {
    const anna = { psid: 'anna', pageId: 'shop' }
    const sent: DeskAction = { kind: 'sent', to: anna, text: 'Hello' }
    const written = deskAfter({ kind: 'written', to: anna, fields: { text: 'Hello' } })
    expect(desk(written, sent).form.fields.text).toBe('')
    const since = desk(written, { kind: 'edited', fields: { text: 'Hello, and' } })
    expect(desk(since, sent).form.fields.text).toBe('Hello, and')
  })

  it('keeps edited ids until another callback is selected', () => {
    const edited = deskAfter(
      { kind: 'picked', callback: first },
      { kind: 'edited', fields: { to: 'someone' } },
    )
    expect(desk(edited, { kind: 'picked', callback: first }).form.fields.to).toBe('someone')
    expect(isFilledIn(edited.form)).toBe(false)
    expect(desk(edited, { kind: 'picked', callback: second }).form.fields.to).toBe('ben')
  })

  it('follows again after everything was deleted', () => {
    const before = deskAfter({ kind: 'picked', callback: first })
    const emptied = desk(before, { kind: 'deleted', selection: before.selection, next: null })
    expect(desk(emptied, arrived(second)).selection).toEqual({ mode: 'following', seq: 2 })
  })

  it('returns to following when asked', () => {
    const state = deskAfter({ kind: 'picked', callback: first }, { kind: 'follow', newestInbound: second })
    expect(state.selection).toEqual({ mode: 'following', seq: 2 })
    expect(desk(state, arrived(first)).selection.seq).toBe(1)
  })

  it('leaves ids alone that the selected request does not have', () => {
    const other = rowOf({ seq: 3, kind: 'other', psid: null, pageId: null })
    const state = deskAfter({ kind: 'picked', callback: first }, { kind: 'picked', callback: other })
    expect(state.form.fields).toMatchObject({ from: 'shop', to: 'anna' })
    expect(isFilledIn(state.form)).toBe(false)
  })

  it('takes the newest inbound callback, not a newer status', () => {
    const status = rowOf({ seq: 3, kind: 'status' })
    const newestFirst = { order: 'newest', before: null, hasMore: true } as const
    expect(newestInbound({ ...newestFirst, rows: [status, second, first] })?.seq).toBe(2)
    expect(newestInbound({ ...newestFirst, rows: [status] })).toBeNull()
  })

  it('takes none of a list with the oldest first that may have newer ones', () => {
    const oldestFirst = { order: 'oldest', before: null, rows: [first, second] } as const
    expect(newestInbound({ ...oldestFirst, hasMore: true })).toBeNull()
    expect(newestInbound({ ...oldestFirst, hasMore: false })?.seq).toBe(2)
  })
})
