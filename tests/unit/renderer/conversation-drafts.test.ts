import { describe, expect, it } from 'vitest'
import { addressedTo } from '../../../renderer/pages/callbacks/conversation-drafts.ts'
import { type Desk, type DeskAction, desk, emptyDesk } from '../../../renderer/pages/callbacks/desk.ts'
import type { ReplyFields } from '../../../renderer/pages/callbacks/reply-form-state.ts'
import { rowOf } from './rows.ts'

const ANA = { psid: 'ana', pageId: 'shop' }
const BEN = { psid: 'ben', pageId: 'shop' }
const ofAna = rowOf({ seq: 1, ...ANA })
const ofBen = rowOf({ seq: 2, ...BEN })
const ofAnaAgain = rowOf({ seq: 3, ...ANA })
const ofAnaElsewhere = rowOf({ seq: 4, psid: 'ana', pageId: 'other shop' })

const picked = (callback: typeof ofAna): DeskAction => ({ kind: 'picked', callback })
const edited = (fields: Partial<ReplyFields>): DeskAction => ({ kind: 'edited', fields })

function deskAfter(...actions: readonly DeskAction[]): Desk {
  return actions.reduce(desk, emptyDesk)
}

describe('drafts of the Reply form', () => {
  it('belong to the person and the Page', () => {
    const atBen = deskAfter(picked(ofAna), edited({ text: 'For Ana' }), picked(ofBen))
    expect(atBen.form.fields).toMatchObject({ to: 'ben', text: '' })
    expect(desk(atBen, picked(ofAnaElsewhere)).form.fields).toMatchObject({ from: 'other shop', text: '' })
    const back = desk(desk(atBen, edited({ text: 'For Ben' })), picked(ofAna))
    expect(back.form.fields).toMatchObject({ to: 'ana', text: 'For Ana' })
    expect(desk(back, picked(ofBen)).form.fields.text).toBe('For Ben')
  })

  it('stay from one callback of the conversation to the next', () => {
    const state = deskAfter(picked(ofAna), edited({ text: 'For Ana' }), picked(ofAnaAgain))
    expect(state.form.fields.text).toBe('For Ana')
  })

  it.each<[string, Partial<ReplyFields>]>([
    ['the URL', { contentType: 'image', url: 'https://example.com/ana.jpg' }],
    ['custom JSON', { contentType: 'custom', customJson: '{"text":"Ana"}' }],
    ['the client ref', { clientRef: 'order of Ana' }],
    ['a request edited by hand', { bodyText: '{"to":"ana"}' }],
  ])('hold %s', (_, fields) => {
    const atBen = deskAfter(picked(ofAna), edited(fields), picked(ofBen))
    const { contentType, ...written } = fields
    expect(atBen.form.fields).not.toMatchObject(written)
    const text = desk(atBen, edited({ contentType: 'text' }))
    expect(desk(text, picked(ofAna)).form.fields).toMatchObject({
      ...(contentType && { contentType }),
      ...written,
    })
  })

  it('leave alone how one sends', () => {
    const options = { version: 'v0.1', category: 'message_tag', tag: 'HUMAN_AGENT' } as const
    const atBen = deskAfter(picked(ofAna), edited({ text: 'For Ana', ...options }), picked(ofBen))
    expect(atBen.form.fields).toMatchObject(options)
    const back = desk(desk(atBen, edited({ version: 'v1' })), picked(ofAna))
    expect(back.form.fields).toMatchObject({ ...options, version: 'v1', text: 'For Ana' })
  })

  it('that nobody has written leave the type as it is', () => {
    const state = deskAfter(picked(ofAna), edited({ contentType: 'image' }), picked(ofBen))
    expect(state.form.fields.contentType).toBe('image')
    const back = desk(desk(state, edited({ contentType: 'file' })), picked(ofAna))
    expect(back.form.fields.contentType).toBe('file')
  })

  it('come back with the ids that were edited for their callback, and no other', () => {
    const atBen = deskAfter(picked(ofAna), edited({ text: 'For Zoe', to: 'zoe' }), picked(ofBen))
    expect(desk(atBen, picked(ofAna)).form.fields).toMatchObject({ to: 'zoe', text: 'For Zoe' })
    expect(desk(atBen, picked(ofAnaAgain)).form.fields).toMatchObject({ to: 'ana', text: 'For Zoe' })
  })

  it('stay when what is selected is of nobody', () => {
    const other = rowOf({ seq: 5, kind: 'other', psid: null, pageId: null })
    const state = deskAfter(picked(ofAna), edited({ text: 'For Ana' }), picked(other))
    expect(state.form.fields).toMatchObject({ to: 'ana', text: 'For Ana' })
    expect(desk(state, picked(ofBen)).form.fields.text).toBe('')
  })

  it('go with the callback that is shown of several', () => {
    const several = deskAfter(picked(ofAna), edited({ text: 'For Ana' }), {
      kind: 'toggled',
      callback: ofBen,
    })
    expect(several.form.fields).toMatchObject({ to: 'ben', text: '' })
    const back = desk(several, { kind: 'focused', callback: ofAna })
    expect(back.form.fields).toMatchObject({ to: 'ana', text: 'For Ana' })
  })

  it('begun for ids typed by hand go to nobody else', () => {
    const state = deskAfter(edited({ from: 'shop', to: 'zoe', text: 'For Zoe' }), picked(ofAna))
    expect(state.form.fields).toMatchObject({ to: 'ana', text: '' })
    const ofZoe = rowOf({ seq: 6, psid: 'zoe', pageId: 'shop' })
    expect(desk(state, picked(ofZoe)).form.fields.text).toBe('For Zoe')
  })

  it('can be read and written without a callback', () => {
    const atAna = deskAfter(picked(ofAna), edited({ text: 'For Ana' }))
    expect(addressedTo(atAna, BEN).form.fields).toMatchObject({ from: 'shop', to: 'ben', text: '' })
    const atBen = desk(atAna, { kind: 'written', to: BEN, fields: { text: 'For Ben' } })
    expect(atBen.form.fields).toMatchObject({ to: 'ben', text: 'For Ben' })
    expect(desk(atBen, picked(ofAna)).form.fields).toMatchObject({ to: 'ana', text: 'For Ana' })
  })

  it('that were sent are emptied also where another is shown by now, which stays', () => {
    const same = edited({ text: 'Hello' })
    const atBen = deskAfter(picked(ofAna), same, picked(ofBen), same)
    const sent = desk(atBen, { kind: 'sent', to: ANA, text: 'Hello' })
    expect(sent.form.fields.text).toBe('Hello')
    expect(desk(sent, picked(ofAna)).form.fields.text).toBe('')
  })

  it('change their turn with the conversation only', () => {
    const begun = deskAfter(edited({ text: 'Hi' }))
    const atAna = desk(begun, { kind: 'arrived', newestInbound: ofAna })
    expect(atAna.form.turn).toBe(begun.form.turn)
    expect(desk(atAna, picked(ofAnaAgain)).form.turn).toBe(begun.form.turn)
    expect(desk(atAna, picked(ofBen)).form.turn).not.toBe(begun.form.turn)
  })
})
