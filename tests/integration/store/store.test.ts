import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { SignatureJudge } from '#electron/store/derive.ts'
import { assortedIntakes, intakeOf, statusIntake } from '../../support/intakes.ts'
import { acceptedReply, openStore } from '../../support/open-store.ts'
import { tempFolder } from '../../support/temp-folder.ts'

describe('rows', () => {
  test('are published after the callback is stored, and again with its answer', async () => {
    const { store, published } = await openStore()
    const seq = await store.append(intakeOf('{}'))
    store.answered({ seq, httpStatus: 200, durationMs: 2 })
    await store.settled()
    expect(published.rows[0]).toMatchObject({ seq, type: 'no-message-uuid' })
    expect(published.rows.at(-1)).toEqual(await store.row(seq))
    expect(published.rows.at(-1)?.answer).toEqual({ httpStatus: 200, durationMs: 2 })
  })

  test('derived anew are identical', async () => {
    let asked = 0
    const judge: SignatureJudge = ({ seq }, countEarlier) => {
      asked += 1
      return { state: countEarlier('same', seq) > 0 ? 'invalid' : 'valid', jti: 'same' }
    }
    const { store, allRows } = await openStore({ judge })
    const seqs = await Promise.all(assortedIntakes().map(store.append))
    for (const seq of seqs) store.answered({ seq, httpStatus: 200, durationMs: seq })
    await store.settled()
    const before = await allRows()
    expect(before.length).toBeGreaterThan(20)
    await store.rebuild(null)
    expect(await allRows()).toEqual(before)
    expect(asked).toBe(2 * seqs.length)
  })

  test('that were taken in but not yet derived when the app was killed are derived on the next start', async () => {
    const folder = tempFolder()
    const first = await openStore({ folder })
    const seqs = await Promise.all(assortedIntakes().map(first.store.append))
    for (const seq of seqs) first.store.answered({ seq, httpStatus: 200, durationMs: seq / 8 })
    await first.store.settled()
    const before = await first.allRows()
    await first.close()
    expect(before.every(({ answer }) => answer?.httpStatus === 200)).toBe(true)
    // What was taken in and answered is there, nothing of what is derived from it is.
    for (const end of ['', '-wal', '-shm']) rmSync(join(folder, `index.db${end}`), { force: true })
    const second = await openStore({ folder })
    await second.store.settled()
    expect(await second.allRows()).toEqual(before)
    expect(second.store.count()).toBe(before.length)
  })

  test('that could not be derived are derived on the next start, though later ones were', async () => {
    const folder = tempFolder()
    let isBroken = true
    const judge: SignatureJudge = () => {
      if (isBroken) throw new Error('no')
      return { state: 'unsigned', jti: null }
    }
    const first = await openStore({ folder, judge })
    const lost = await first.store.append(intakeOf('{"message_uuid":"lost","to":"1"}'))
    await first.store.settled()
    expect(first.logLines.join()).toContain('could not be read')
    isBroken = false
    await first.store.append(intakeOf('{"message_uuid":"later","to":"1"}'))
    await first.store.settled()
    await first.close()
    const second = await openStore({ folder, judge })
    await second.store.settled()
    expect(await second.store.row(lost)).toMatchObject({ messageUuid: 'lost' })
    expect(second.store.count()).toBe(2)
  })

  test('of a status of a message that was accepted twice under one message_uuid are not doubled', async () => {
    const { store, allRows } = await openStore()
    await store.saveReply(acceptedReply('m1', { id: 'first', sentAtMs: 1_000 }))
    await store.saveReply(acceptedReply('m1', { id: 'second', sentAtMs: 2_000 }))
    await store.append(statusIntake('m1', 'delivered', 2_500))
    await store.settled()
    expect(await allRows()).toMatchObject([{ type: 'delivered', reply: { id: 'second', delayMs: 500 } }])
  })
})

describe('replies', () => {
  test('get their statuses as they come, each with its delay', async () => {
    const { store, published } = await openStore()
    await store.saveReply(acceptedReply('m1', { sentAtMs: 1_000 }))
    await store.append(statusIntake('m1', 'submitted', 1_100))
    await store.append(statusIntake('m1', 'delivered', 1_250))
    await store.settled()
    const steps = [
      { status: 'submitted', delayMs: 100 },
      { status: 'delivered', delayMs: 250 },
    ]
    expect(published.replies.at(-1)?.statuses).toMatchObject(steps)
    expect(await store.newestReplies(1)).toMatchObject([{ statuses: steps }])
  })

  test('whose status came before them pair with it, and its row learns whose it is', async () => {
    const { store, published } = await openStore()
    const seq = await store.append(statusIntake('m1', 'submitted', 1_100))
    await store.settled()
    expect(published.rows.at(-1)).toMatchObject({ seq, reply: null })
    const saved = await store.saveReply(acceptedReply('m1', { sentAtMs: 1_000 }))
    expect(saved.statuses).toMatchObject([{ status: 'submitted', callbackSeq: seq, delayMs: 100 }])
    expect(published.rows.at(-1)).toMatchObject({ seq, reply: { id: saved.id, delayMs: 100 } })
    expect(published.replies.at(-1)).toEqual(saved)
  })

  test('are not paired with inbound messages of the same message_uuid', async () => {
    const { store, allRows } = await openStore()
    await store.saveReply(acceptedReply('m1'))
    await store.append(intakeOf('{"message_uuid":"m1","message_type":"text","text":"hi"}'))
    await store.settled()
    expect(await allRows()).toMatchObject([{ kind: 'inbound', reply: null }])
    expect(await store.newestReplies(1)).toMatchObject([{ statuses: [] }])
  })
})
