import { assertNever } from '#shared/assert-never.ts'
import type { CallbackRow } from '#shared/callback.ts'
import type { ConversationId } from '#shared/chats.ts'
import type { CallbackFeed } from './callback-feed.ts'
import { addressedTo, filledFrom, nothingWritten, type Writing, withoutSent } from './conversation-drafts.ts'
import {
  isSameSelection,
  type ListSelection,
  type OneSelected,
  onlyFocused,
  withAll,
  withFocusOn,
  withRangeTo,
  withToggled,
} from './list-selection.ts'
import { emptyReplyForm, type ReplyFields, type ReplySource } from './reply-form-state.ts'

/** What the person is looking at and what they are writing about it. */
export type Desk = Writing & { readonly selection: ListSelection }

export type DeskAction =
  | { readonly kind: 'arrived'; readonly newestInbound: ReplySource | null }
  | { readonly kind: 'picked'; readonly callback: ReplySource }
  /** Selected beside others, or no longer. */
  | { readonly kind: 'toggled'; readonly callback: ReplySource }
  /** The end of a range of these rows. */
  | { readonly kind: 'extended'; readonly callback: ReplySource; readonly rows: readonly ReplySource[] }
  /** Shown without a change of what is selected. */
  | { readonly kind: 'focused'; readonly callback: ReplySource }
  | { readonly kind: 'picked-all'; readonly rows: readonly ReplySource[] }
  /** Back to the one that is shown. */
  | { readonly kind: 'single' }
  /** What was selected is not there any more: on to another one, or to none. Whoever has gone on since stays there. */
  | { readonly kind: 'deleted'; readonly selection: ListSelection; readonly next: ReplySource | null }
  | { readonly kind: 'follow'; readonly newestInbound: ReplySource | null }
  | { readonly kind: 'edited'; readonly fields: Partial<ReplyFields> }
  /** The same in a conversation, whoever the form was for until now. */
  | { readonly kind: 'written'; readonly to: ConversationId; readonly fields: Partial<ReplyFields> }
  /** This text has become a reply in this conversation. What was written since stays. */
  | { readonly kind: 'sent'; readonly to: ConversationId; readonly text: string }

type NewestOf = Pick<CallbackFeed, 'rows' | 'order' | 'before' | 'hasMore'>

export const emptyDesk: Desk = { selection: { mode: 'following', seq: null }, ...nothingWritten }

export function desk(state: Desk, action: DeskAction): Desk {
  switch (action.kind) {
    case 'arrived':
      return state.selection.mode === 'following' ? afterArrival(state, action.newestInbound) : state
    case 'follow':
      return following(state, action.newestInbound)
    case 'picked':
      return selected(state, 'pinned', action.callback)
    case 'edited':
      return edited(state, action.fields)
    case 'written':
      return written(state, action.to, action.fields)
    case 'toggled':
      return moved(state, withToggled(state.selection, action.callback.seq), [action.callback])
    case 'extended':
      return moved(state, withRangeTo(state.selection, action.callback.seq, action.rows), [action.callback])
    case 'focused':
      return moved(state, withFocusOn(state.selection, action.callback.seq), [action.callback])
    case 'picked-all':
      return moved(state, withAll(state.selection, action.rows), action.rows)
    case 'deleted':
      return isSameSelection(state.selection, action.selection) ? afterDeletion(state, action.next) : state
    case 'sent':
      return { ...state, ...withoutSent(state, action.to, action.text) }
    case 'single':
      return { ...state, selection: onlyFocused(state.selection) }
    default:
      return assertNever(action)
  }
}

/** The Reply form goes with the row that is shown. */
function moved(state: Desk, selection: ListSelection, callbacks: readonly ReplySource[]): Desk {
  const shown = callbacks.find(({ seq }) => seq === selection.seq)
  return { ...state, ...(shown !== undefined && filledFrom(state, shown)), selection }
}

/** Fields that are written in, as opposed to switched. */
const WRITTEN = [
  'from',
  'to',
  'text',
  'url',
  'customJson',
  'tag',
  'clientRef',
  'webhookUrl',
  'bodyText',
] as const

function edited(state: Desk, fields: Partial<ReplyFields>): Desk {
  const form = { ...state.form, fields: { ...state.form.fields, ...fields } }
  const hasIds = fields.from !== undefined || fields.to !== undefined
  const isWriting = WRITTEN.some((name) => fields[name] !== undefined)
  // Someone who writes before anything has arrived still wants the ids of the first callback.
  const pins = isWriting && (state.selection.seq !== null || hasIds)
  return { ...state, selection: pins ? pinned(state.selection) : state.selection, form }
}

function written(state: Desk, to: ConversationId, fields: Partial<ReplyFields>): Desk {
  const { form, drafts } = addressedTo(state, to)
  return {
    selection: pinned(state.selection),
    form: { ...form, fields: { ...form.fields, ...fields } },
    drafts,
  }
}

function afterArrival(state: Desk, newestInbound: ReplySource | null): Desk {
  const next = following(state, newestInbound)
  const { fields } = next.form
  const isBegun = WRITTEN.some((name) => !isId(name) && fields[name] !== emptyReplyForm.fields[name])
  const pins = isBegun && state.selection.seq === null && next.selection.seq !== null
  return pins ? { ...next, selection: pinned(next.selection) } : next
}

function isId(name: (typeof WRITTEN)[number]): boolean {
  return name === 'from' || name === 'to'
}

function pinned(selection: ListSelection): ListSelection {
  return selection.mode === 'following' ? { ...selection, mode: 'pinned' } : selection
}

function afterDeletion(state: Desk, next: ReplySource | null): Desk {
  if (next !== null) return selected(state, 'pinned', next)
  return { ...state, selection: { mode: 'following', seq: null } }
}

function following(state: Desk, newestInbound: ReplySource | null): Desk {
  if (newestInbound !== null) return selected(state, 'following', newestInbound)
  return { ...state, selection: { mode: 'following', seq: state.selection.seq } }
}

function selected(state: Desk, mode: OneSelected['mode'], callback: ReplySource): Desk {
  const { selection, form } = state
  const isShown =
    selection.mode === mode && selection.seq === callback.seq && form.source?.seq === callback.seq
  return isShown ? state : { ...filledFrom(state, callback), selection: { mode, seq: callback.seq } }
}

/** The newest inbound callback of the loaded rows; null where newer ones may not be loaded yet. */
export function newestInbound({ rows, order, before, hasMore }: NewestOf): CallbackRow | null {
  const isInbound = (row: CallbackRow) => row.kind === 'inbound'
  if (order === 'newest') return before === null ? (rows.find(isInbound) ?? null) : null
  return hasMore ? null : (rows.findLast(isInbound) ?? null)
}
