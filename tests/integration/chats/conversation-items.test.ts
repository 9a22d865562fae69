import { expect, test } from 'vitest'
import type { ConversationItem, ConversationPage, ConversationPart, ItemPlace } from '#shared/chats.ts'
import { intakeOf } from '../../support/intakes.ts'
import { acceptedReply, openStore } from '../../support/open-store.ts'
import { replyDraft } from '../../support/reply-draft.ts'

const ana = { psid: 'ana', pageId: 'page' }
const NEWEST: ConversationPart = { kind: 'newest' }
const draft = replyDraft({ to: 'ana', from: 'page' })

const inbound = (text: string, receivedAtMs: number) =>
  intakeOf(JSON.stringify({ message_uuid: text, message_type: 'text', text, from: 'ana', to: 'page' }), {
    receivedAtMs,
  })
const status = (messageUuid: string, word: string, receivedAtMs: number) =>
  intakeOf(JSON.stringify({ message_uuid: messageUuid, status: word, to: 'ana', from: 'page' }), {
    receivedAtMs,
  })

function wordsOf({ items }: Pick<ConversationPage, 'items'>): readonly string[] {
  return items.map((item) => {
    if (item.from === 'person') return item.content.type === 'text' ? item.content.text : item.content.type
    const steps = item.from === 'here' ? item.reply.statuses : item.statuses
    return `${item.from} ${steps.map((step) => step.status).join(',')}`
  })
}

const placeOf = (item: ConversationItem | undefined): ItemPlace =>
  item?.place ?? { atMs: 0, source: 0, id: 0 }

test('has messages of the person, of this app and of the server, each with what became of it', async () => {
  const { store } = await openStore()
  await store.append(inbound('hi', 1_000))
  await store.append(status('theirs', 'submitted', 2_000))
  await store.append(status('ours', 'submitted', 3_100))
  await store.saveReply(acceptedReply('ours', { sentAtMs: 3_000, draft }))
  await store.append(status('theirs', 'delivered', 4_000))
  await store.append(status('ours', 'read', 5_000))
  await store.settled()
  const page = await store.conversationItems(ana, NEWEST, 50)
  expect(wordsOf(page)).toEqual(['hi', 'server submitted,delivered', 'here submitted,read'])
  expect(page).toMatchObject({ hasOlder: false, hasNewer: false })
})

test('does not show the same event twice, nor one that was thrown away', async () => {
  const { store } = await openStore()
  await store.append(inbound('hi', 1_000))
  await store.append(inbound('hi', 6_000))
  const gone = await store.append(inbound('gone', 7_000))
  await store.settled()
  await store.deleteEvents([gone], { undoMs: 60_000, includesKept: true })
  const page = await store.conversationItems(ana, NEWEST, 50)
  expect(wordsOf(page)).toEqual(['hi'])
  expect(page.items).toMatchObject([{ row: { attempts: 2 } }])
})

test('cuts a very long text, and not in the middle of a character', async () => {
  const { store } = await openStore()
  await store.append(inbound(`${'a'.repeat(3_999)}😀 and on`, 1_000))
  await store.settled()
  const { items } = await store.conversationItems(ana, NEWEST, 50)
  expect(items).toMatchObject([{ isCut: true, content: { text: 'a'.repeat(3_999) } }])
})

test('is read part by part in both directions, also where many messages have one time', async () => {
  const { store } = await openStore()
  for (let index = 0; index < 30; index += 1) {
    const atMs = 1_000 + Math.floor(index / 10)
    await store.append(inbound(`in ${index}`, atMs))
    await store.append(status(`sent ${index}`, 'submitted', atMs))
    await store.saveReply(acceptedReply(`reply ${index}`, { id: `reply ${index}`, sentAtMs: atMs, draft }))
  }
  await store.settled()
  const all = await store.conversationItems(ana, NEWEST, 300)
  expect(all.items).toHaveLength(90)

  const back: ConversationItem[] = []
  for (let part: ConversationPart = NEWEST; ; ) {
    const page: ConversationPage = await store.conversationItems(ana, part, 7)
    back.unshift(...page.items)
    if (!page.hasOlder) break
    part = { kind: 'before', place: placeOf(page.items[0]) }
  }
  expect(back).toEqual(all.items)

  const [first] = all.items
  const forth: ConversationItem[] = first === undefined ? [] : [first]
  for (let hasNewer = true; hasNewer; ) {
    const page = await store.conversationItems(ana, { kind: 'behind', place: placeOf(forth.at(-1)) }, 7)
    forth.push(...page.items)
    hasNewer = page.hasNewer
  }
  expect(forth).toEqual(all.items)
})

test('begins around the message of a callback, whichever kind it is', async () => {
  const { store } = await openStore()
  const seqs: number[] = []
  for (let index = 0; index < 20; index += 1)
    seqs.push(await store.append(inbound(`in ${index}`, 1_000 + index)))
  await store.saveReply(acceptedReply('ours', { sentAtMs: 1_004, draft }))
  const ofReply = await store.append(status('ours', 'read', 9_000))
  await store.settled()
  const around = async (seq: number) =>
    wordsOf(await store.conversationItems(ana, { kind: 'around', seq }, 5))
  expect(await around(seqs[10] ?? 0)).toEqual(['in 8', 'in 9', 'in 10', 'in 11', 'in 12'])
  expect(await around(ofReply)).toEqual(['in 3', 'in 4', 'here read', 'in 5', 'in 6'])
  expect(await around(999)).toHaveLength(5)
})

test('the exchange of a message is what followed until the person wrote again', async () => {
  const { store } = await openStore()
  const first = await store.append(inbound('first', 1_000))
  await store.append(inbound('first', 6_000))
  await store.saveReply(acceptedReply('ours', { sentAtMs: 2_000, draft }))
  const read = await store.append(status('ours', 'read', 2_500))
  await store.append(status('theirs', 'submitted', 3_000))
  const second = await store.append(inbound('second', 7_000))
  const late = await store.append(status('late', 'submitted', 8_000))
  await store.settled()
  const ofFirst = await store.exchange({ kind: 'callback', seq: first })
  expect(ofFirst).toMatchObject({
    inbound: { seq: first, summary: 'first', deliveries: [{ receivedAtMs: 1_000 }, { receivedAtMs: 6_000 }] },
    messages: [
      {
        from: 'here',
        sentAtMs: 2_000,
        outcome: { kind: 'accepted', httpStatus: 202 },
        statuses: [{ seq: read }],
      },
      { from: 'server', key: 'theirs', statuses: [{ type: 'submitted' }] },
    ],
    isCut: false,
  })
  expect(await store.exchange({ kind: 'callback', seq: read })).toEqual(ofFirst)
  expect(await store.exchange({ kind: 'reply', id: 'reply-ours' })).toEqual(ofFirst)
  expect(await store.exchange({ kind: 'callback', seq: late })).toMatchObject({
    inbound: { seq: second },
    messages: [{ key: 'late' }],
  })
  expect(await store.exchange({ kind: 'callback', seq: 999 })).toBeNull()
})

test('an exchange with nothing of the person known begins with the message that was asked for', async () => {
  const { store } = await openStore()
  await store.append(status('before', 'submitted', 500))
  const own = await store.append(status('own', 'submitted', 1_000))
  await store.append(inbound('next', 2_000))
  await store.settled()
  expect(await store.exchange({ kind: 'callback', seq: own })).toMatchObject({
    inbound: null,
    messages: [{ key: 'own' }],
  })
})
