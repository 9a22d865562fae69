import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Store } from '#electron/store/store.ts'
import type { Conversation } from '#shared/chats.ts'
import { intakeOf } from '../../support/intakes.ts'
import { acceptedReply, openStore } from '../../support/open-store.ts'
import { replyDraft } from '../../support/reply-draft.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const digit = fc.constantFrom('1', '2')
const uuid = fc.constantFrom('a', 'b', 'c', 'd', 'e')
const atMs = fc.integer({ min: 1, max: 6 })

type Step =
  | { readonly kind: 'callback'; readonly body: object; readonly atMs: number }
  | { readonly kind: 'reply'; readonly uuid: string; readonly psid: string; readonly atMs: number }
  | { readonly kind: 'delete'; readonly which: number; readonly how: 'hidden' | 'undone' | 'removed' }

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('callback' as const),
      body: fc.oneof(
        fc.record({
          message_uuid: uuid,
          message_type: fc.constant('text'),
          text: digit,
          from: digit,
          to: digit,
        }),
        fc.record({
          message_uuid: uuid,
          status: fc.constantFrom('submitted', 'read'),
          to: digit,
          from: digit,
        }),
        fc.record({ message_uuid: uuid, status: fc.constant('delivered'), to: digit }),
      ),
      atMs,
    }),
  },
  fc.record({ kind: fc.constant('reply' as const), uuid, psid: digit, atMs }),
  fc.record({
    kind: fc.constant('delete' as const),
    which: fc.nat({ max: 30 }),
    how: fc.constantFrom('hidden', 'undone', 'removed'),
  }),
)

async function take(store: Store, one: Step, replies: { count: number }): Promise<void> {
  switch (one.kind) {
    case 'callback':
      await store.append(intakeOf(JSON.stringify(one.body), { receivedAtMs: one.atMs }))
      return
    case 'reply': {
      replies.count += 1
      const draft = replyDraft({ to: one.psid, from: '1' })
      await store.saveReply(acceptedReply(one.uuid, { id: `${replies.count}`, sentAtMs: one.atMs, draft }))
      return
    }
    case 'delete': {
      await store.settled()
      const how = { undoMs: one.how === 'removed' ? 0 : 60_000, includesKept: true }
      const { batchId } = await store.deleteEvents([one.which], how)
      if (one.how === 'undone') await store.undoDelete(batchId)
    }
  }
}

/** What is kept of conversations, in the file. */
function tablesOf(folder: string) {
  const db = new DatabaseSync(join(folder, 'index.db'))
  try {
    return {
      conversations: db.prepare('SELECT * FROM conversation ORDER BY psid, page_id').all(),
      sent: db.prepare('SELECT * FROM sent ORDER BY seq').all(),
    }
  } finally {
    db.close()
  }
}

function forgetWhatIsDerived(folder: string): void {
  const db = new DatabaseSync(join(folder, 'index.db'))
  db.exec('PRAGMA user_version = 0')
  db.close()
}

describe('the table of conversations', () => {
  test('kept up message by message is the same as made anew', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 30 }), async (steps) => {
        const folder = tempFolder()
        const first = await openStore({ folder })
        const replies = { count: 0 }
        for (const one of steps) await take(first.store, one, replies)
        await first.store.settled()
        await first.close()
        const kept = tablesOf(folder)
        forgetWhatIsDerived(folder)
        const second = await openStore({ folder })
        await second.store.settled()
        await second.close()
        expect(tablesOf(folder)).toEqual(kept)
      }),
      { numRuns: 40 },
    )
  }, 90_000)
})

describe('the list of conversations', () => {
  const inbound = (text: string, psid: string, receivedAtMs: number) =>
    intakeOf(JSON.stringify({ message_uuid: text, message_type: 'text', text, from: psid, to: 'page' }), {
      receivedAtMs,
    })
  const status = (messageUuid: string, word: string, receivedAtMs: number) =>
    intakeOf(JSON.stringify({ message_uuid: messageUuid, status: word, to: 'ana', from: 'page' }), {
      receivedAtMs,
    })
  const all = { text: '', psids: [], behind: null, limit: 50 }
  const ana = { psid: 'ana', pageId: 'page' }
  const psidsOf = (list: readonly Conversation[]) => list.map(({ psid }) => psid)

  test('has the newest first, page after page, and finds ids and named persons', async () => {
    const { store } = await openStore()
    for (const [index, psid] of ['ana', 'ben', 'cai', 'dan'].entries()) {
      await store.append(inbound(`hello ${psid}`, psid, 1_000 + (index % 2)))
    }
    await store.settled()
    const list = await store.conversationPage(all)
    expect(psidsOf(list)).toEqual(['dan', 'ben', 'cai', 'ana'])
    const behind = list.slice(1, 2).map(({ psid, pageId, last }) => ({ psid, pageId, atMs: last.atMs }))[0]
    expect(psidsOf(await store.conversationPage({ ...all, behind: behind ?? null, limit: 1 }))).toEqual([
      'cai',
    ])
    expect(psidsOf(await store.conversationPage({ ...all, text: 'an' }))).toEqual(['dan', 'ana'])
    expect(psidsOf(await store.conversationPage({ ...all, text: 'Mum', psids: ['ben'] }))).toEqual(['ben'])
  })

  test('says who wrote last, and counts a message that only its statuses tell of', async () => {
    const { store } = await openStore()
    await store.append(inbound('hi', 'ana', 1_000))
    await store.append(status('theirs', 'submitted', 2_000))
    await store.append(status('theirs', 'read', 3_000))
    await store.settled()
    expect(await store.conversations([ana])).toMatchObject([
      {
        last: { from: 'server', type: 'read', summary: '', atMs: 2_000 },
        messages: { person: 1, page: 1 },
        lastInboundAtMs: 1_000,
      },
    ])
    await store.saveReply(
      acceptedReply('theirs', { sentAtMs: 1_500, draft: replyDraft({ to: 'ana', from: 'page' }) }),
    )
    expect(await store.conversations([ana])).toMatchObject([
      { last: { from: 'here', type: 'accepted', atMs: 1_500 }, messages: { person: 1, page: 1 } },
    ])
  })

  test('counts what came since it was last read, also after the index was made anew', async () => {
    const folder = tempFolder()
    const first = await openStore({ folder })
    await first.store.append(inbound('one', 'ana', 1_000))
    await first.store.append(inbound('two', 'ana', 1_000))
    await first.store.settled()
    expect(await first.store.conversations([ana])).toMatchObject([{ unread: 2 }])
    await first.store.readConversation(ana)
    expect(await first.store.conversations([ana])).toMatchObject([{ unread: 0 }])
    await first.store.append(inbound('three', 'ana', 1_000))
    await first.store.settled()
    await first.close()
    forgetWhatIsDerived(folder)
    const second = await openStore({ folder })
    await second.store.settled()
    expect(await second.store.conversations([ana])).toMatchObject([{ unread: 1, last: { summary: 'three' } }])
  })

  test('goes back to the message before when the newest is thrown away, and on again when that is taken back', async () => {
    const { store } = await openStore()
    await store.append(inbound('one', 'ana', 1_000))
    const newest = await store.append(inbound('two', 'ana', 2_000))
    await store.settled()
    const { batchId } = await store.deleteEvents([newest], { undoMs: 60_000, includesKept: true })
    expect(await store.conversations([ana])).toMatchObject([{ last: { summary: 'one' } }])
    await store.undoDelete(batchId)
    expect(await store.conversations([ana])).toMatchObject([{ last: { summary: 'two' } }])
  })
})
