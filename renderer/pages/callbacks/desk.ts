import type { CallbackRow } from '#shared/callback.ts'
import {
  emptyReplyForm,
  filledFrom,
  type ReplyFields,
  type ReplyFormState,
  type ReplySource,
} from './reply-form-state.ts'

/**
 * `following`: the newest inbound callback is selected by itself as it arrives.
 * `pinned`: the person has selected a callback or written in the Reply form, and nothing moves under their hands.
 */
type Selection = { readonly mode: 'following' | 'pinned'; readonly seq: number | null }

/** What the person is looking at and what they are writing about it. */
export type Desk = { readonly selection: Selection; readonly form: ReplyFormState }

export type DeskAction =
  | { readonly kind: 'arrived'; readonly newestInbound: ReplySource | null }
  | { readonly kind: 'picked'; readonly callback: ReplySource }
  | { readonly kind: 'follow'; readonly newestInbound: ReplySource | null }
  | { readonly kind: 'edited'; readonly fields: Partial<ReplyFields> }

export const emptyDesk: Desk = { selection: { mode: 'following', seq: null }, form: emptyReplyForm }

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
  }
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
  return { selection: pins ? { ...state.selection, mode: 'pinned' } : state.selection, form }
}

function afterArrival(state: Desk, newestInbound: ReplySource | null): Desk {
  const next = following(state, newestInbound)
  const { fields } = state.form
  const isBegun = WRITTEN.some((name) => fields[name] !== emptyReplyForm.fields[name])
  const pins = isBegun && state.selection.seq === null && next.selection.seq !== null
  return pins ? { ...next, selection: { ...next.selection, mode: 'pinned' } } : next
}

function following(state: Desk, newestInbound: ReplySource | null): Desk {
  if (newestInbound !== null) return selected(state, 'following', newestInbound)
  return { ...state, selection: { ...state.selection, mode: 'following' } }
}

function selected(state: Desk, mode: Selection['mode'], callback: ReplySource): Desk {
  if (state.selection.mode === mode && state.selection.seq === callback.seq) return state
  return { selection: { mode, seq: callback.seq }, form: filledFrom(state.form, callback) }
}

/** The newest inbound callback of the loaded rows. */
export function newestInbound(rows: readonly CallbackRow[]): CallbackRow | null {
  return rows.find((row) => row.kind === 'inbound') ?? null
}
