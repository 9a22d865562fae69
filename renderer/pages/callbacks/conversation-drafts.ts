import type { ConversationId } from '#shared/chats.ts'
import { conversationKey, isSameConversation } from '../chats/conversation-key.ts'
import {
  emptyReplyForm,
  type ReplyFields,
  type ReplyFormState,
  type ReplySource,
} from './reply-form-state.ts'

/** The Reply form, and for everybody else what was left in it, by `conversationKey`. */
export type Writing = { readonly form: ReplyFormState; readonly drafts: ReadonlyMap<string, ReplyFormState> }

export const nothingWritten: Writing = { form: emptyReplyForm, drafts: new Map() }

/** Goes over to what is written to the person of a callback, with its ids. Ids edited for the same callback stay. */
export function filledFrom(writing: Writing, source: ReplySource): Writing {
  if (writing.form.source?.seq === source.seq) return writing
  const { form, drafts } = turnedTo(writing, conversationWith(writing.form, source))
  if (form.source?.seq === source.seq) return { form, drafts }
  const from = source.pageId ?? form.fields.from
  const to = source.psid ?? form.fields.to
  return { form: { ...form, fields: { ...form.fields, from, to }, source }, drafts }
}

/** Goes over to what is written in a conversation, whether or not there is a callback of it. */
export function addressedTo(writing: Writing, id: ConversationId): Writing {
  const { form, drafts } = turnedTo(writing, id)
  return { form: { ...form, fields: { ...form.fields, from: id.pageId, to: id.psid } }, drafts }
}

/** Empties the text that was sent in a conversation; what was written there since stays, as does all of the others. */
export function withoutSent(writing: Writing, id: ConversationId, text: string): Writing {
  const { form, drafts } = writing
  if (isSameConversation(ownerOf(form), id))
    return form.fields.text === text ? { form: withoutText(form), drafts } : writing
  const left = drafts.get(conversationKey(id))
  return left?.fields.text === text ? { form, drafts: withLeft(drafts, id, withoutText(left)) } : writing
}

function turnedTo({ form, drafts }: Writing, to: ConversationId | null): Writing {
  const owner = ownerOf(form)
  if (to === null) return { form, drafts }
  // What was begun before anybody wrote goes to the first one.
  if (owner === null || isSameConversation(owner, to)) return { form: { ...form, conversation: to }, drafts }
  const left = drafts.get(conversationKey(to))
  const { contentType, version, category, tag, webhookUrl, webhookVersion } = form.fields
  const next: ReplyFormState = {
    fields: {
      ...(left?.fields ?? { ...emptyReplyForm.fields, contentType, from: to.pageId, to: to.psid }),
      // How one sends is chosen for the test, not for the person.
      ...{ version, category, tag, webhookUrl, webhookVersion },
    },
    source: left?.source ?? null,
    conversation: to,
    turn: form.turn + 1,
  }
  return { form: next, drafts: withLeft(drafts, owner, form) }
}

/** Whose the written text is. Ids edited by hand say where it goes, not whose draft it is. */
function ownerOf({ conversation, fields }: ReplyFormState): ConversationId | null {
  return conversation ?? idOf(fields.from, fields.to)
}

function conversationWith(form: ReplyFormState, source: ReplySource): ConversationId | null {
  const owner = ownerOf(form)
  return idOf(
    source.pageId ?? owner?.pageId ?? form.fields.from,
    source.psid ?? owner?.psid ?? form.fields.to,
  )
}

function idOf(pageId: string, psid: string): ConversationId | null {
  return pageId === '' || psid === '' ? null : { psid, pageId }
}

function withLeft(drafts: Writing['drafts'], id: ConversationId, form: ReplyFormState): Writing['drafts'] {
  const next = new Map(drafts)
  if (isWritten(form.fields)) next.set(conversationKey(id), form)
  else next.delete(conversationKey(id))
  return next
}

const CONTENT = ['text', 'url', 'customJson', 'clientRef', 'bodyText'] as const

function isWritten(fields: ReplyFields): boolean {
  return CONTENT.some((name) => fields[name] !== emptyReplyForm.fields[name])
}

function withoutText(form: ReplyFormState): ReplyFormState {
  return { ...form, fields: { ...form.fields, text: '' } }
}
