import { describe, expect, it } from 'vitest'
import {
  drawnRows,
  type ListInView,
  type ListView,
  listView,
  listViewOf,
} from '../../../renderer/pages/callbacks/list-view.ts'
import { rowsOf } from './rows.ts'

const listOf = (newest: number, change: Partial<ListInView> = {}): ListInView => ({
  rows: rowsOf(...Array.from({ length: newest }, (_, index) => newest - index)),
  before: null,
  hasMore: false,
  order: 'newest',
  listId: 0,
  ...change,
})
const fitting = 10
const sized = (list: ListInView, above: number): ListView =>
  listView(listView(listViewOf(list, 0), { kind: 'sized', fitting }), { kind: 'scrolled', above })
const listed = (view: ListView, list: ListInView, isPinned = false): ListView =>
  listView(view, { kind: 'listed', list, isPinned })

describe('listView', () => {
  it('stays at the top where the newest are followed', () => {
    expect(listed(sized(listOf(50), 0), listOf(53))).toMatchObject({ above: 0, moved: 0, unseen: 0 })
  })

  it('keeps its place when rows arrive above, and counts them', () => {
    const view = listed(sized(listOf(50), 7.5), listOf(53))
    expect(view).toMatchObject({ above: 10.5, moved: 3, unseen: 3 })
    expect(listed(view, listOf(54))).toMatchObject({ above: 11.5, moved: 4, unseen: 4 })
  })

  it('keeps its place at the top as well while a row is pinned', () => {
    const view = listed(sized(listOf(50), 0), listOf(53), true)
    expect(view).toMatchObject({ above: 3, isAtTop: false, moved: 3, unseen: 3 })
  })

  it('has nothing out of view where everything fits', () => {
    expect(listed(sized(listOf(5), 0), listOf(8), true)).toMatchObject({ above: 0, unseen: 0 })
  })

  it('counts what passes by the rows that are held', () => {
    const held = listOf(50, { before: { count: 7, firstSeq: 57 } })
    const after = { ...held, before: { count: 9, firstSeq: 59 } }
    expect(listed(sized(held, 20), after)).toMatchObject({ above: 20, moved: 0, unseen: 2 })
  })

  it('has seen what it is scrolled to', () => {
    const view = listed(sized(listOf(50), 20), listOf(53))
    expect(listView(view, { kind: 'scrolled', above: 1.2 }).unseen).toBe(2)
    expect(listView(view, { kind: 'scrolled', above: 0 })).toMatchObject({ isAtTop: true, unseen: 0 })
    expect(listView(view, { kind: 'to-top' })).toMatchObject({ above: 0, unseen: 0 })
  })

  it('is at the top of another list', () => {
    const view = listed(sized(listOf(50), 20), listOf(53))
    expect(listed(view, listOf(30, { listId: 1 }))).toMatchObject({ above: 0, fitting, moved: 3, unseen: 0 })
  })

  it('is the same view while it is scrolled by little', () => {
    const view = sized(listOf(50), 20)
    expect(listView(view, { kind: 'scrolled', above: 22 })).toBe(view)
  })
})

describe('drawnRows', () => {
  it('covers the view and some rows around it, also where it is scrolled by little', () => {
    const { from, to } = drawnRows(sized(listOf(100), 40))
    expect(from).toBeLessThanOrEqual(30)
    expect(to).toBeGreaterThanOrEqual(60)
    expect(to - from).toBeLessThan(50)
  })

  it('ends with the list, also where rows were taken from under the view', () => {
    expect(drawnRows(sized(listOf(12), 40))).toEqual({ from: 0, to: 12 })
  })
})
