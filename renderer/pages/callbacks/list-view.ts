import { type ListOrder, type RowWindow, rowShift } from './row-window.ts'

export type ListInView = RowWindow & { readonly order: ListOrder; readonly listId: number }

/** What of the list is in view, in rows. */
export type ListView = {
  readonly list: ListInView
  /** How many rows are above the view, about: it follows when that has changed by a few. */
  readonly above: number
  readonly isAtTop: boolean
  /** So many rows fit in; 0 before that is known. */
  readonly fitting: number
  /** How far the rows in view have been moved down, in all, by others that came in above. */
  readonly moved: number
  /** How many have come in above, out of view. */
  readonly unseen: number
}

export type ListViewAction =
  | { readonly kind: 'listed'; readonly list: ListInView; readonly isPinned: boolean }
  | { readonly kind: 'scrolled'; readonly above: number }
  | { readonly kind: 'sized'; readonly fitting: number }
  | { readonly kind: 'to-top' }

/** Scrolled by less, the same rows are drawn: there are more of them than are in view. */
const STEP = 4
const MARGIN = 6

export function listViewOf(list: ListInView, above: number): ListView {
  return { list, above, isAtTop: above === 0, fitting: 0, moved: 0, unseen: 0 }
}

export function listView(view: ListView, action: ListViewAction): ListView {
  switch (action.kind) {
    case 'listed':
      return listed(view, action.list, action.isPinned)
    case 'scrolled':
      return scrolled(view, action.above)
    case 'sized':
      return action.fitting === view.fitting ? view : { ...view, fitting: action.fitting }
    case 'to-top':
      return { ...view, above: 0, isAtTop: true, unseen: 0 }
  }
}

/** Which rows are drawn: the first, and the one behind the last. */
export function drawnRows({ list, above, fitting }: ListView): {
  readonly from: number
  readonly to: number
} {
  const count = list.rows.length
  const first = Math.min(above, Math.max(0, count - fitting))
  const from = Math.max(0, Math.floor(first) - MARGIN - STEP)
  return { from, to: Math.min(count, Math.ceil(first + fitting) + MARGIN + STEP) }
}

/**
 * What is in view stays where it is when rows arrive above it: always when scrolled, and also at the top while a row
 * is pinned.
 */
function listed(view: ListView, list: ListInView, isPinned: boolean): ListView {
  if (list.listId !== view.list.listId)
    return { ...listViewOf(list, 0), fitting: view.fitting, moved: view.moved }
  const shift = rowShift(view.list, list, list.order)
  // Where everything fits there is nothing to scroll, and nothing is out of view.
  const isStill = list.rows.length <= view.fitting || (view.isAtTop && !isPinned)
  if (isStill) return { ...view, list }
  return {
    ...view,
    list,
    above: Math.max(0, view.above + shift.held),
    isAtTop: view.isAtTop && shift.held <= 0,
    moved: view.moved + shift.held,
    unseen: view.unseen + Math.max(0, shift.whole),
  }
}

function scrolled(view: ListView, above: number): ListView {
  const isAtTop = above === 0
  const unseen = Math.min(view.unseen, (view.list.before?.count ?? 0) + Math.ceil(above))
  const isNear = Math.abs(above - view.above) < STEP
  if (isNear && isAtTop === view.isAtTop && unseen === view.unseen) return view
  return { ...view, above, isAtTop, unseen }
}
