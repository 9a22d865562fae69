import { expect, test } from 'vitest'
import type { Intake } from '#electron/store/intake.ts'
import { generateCallbacks } from '../../bench/generate-callbacks.ts'
import { assortedIntakes, intakeOf } from '../../support/intakes.ts'
import { acceptedReply } from '../../support/open-store.ts'
import { replyDraft } from '../../support/reply-draft.ts'
import { openSessions } from '../../support/sessions.ts'

/** Requests with everything in them that a file could spoil. */
function awkwardIntakes(): readonly Intake[] {
  return [
    ...assortedIntakes(),
    intakeOf(Uint8Array.of(0xc3, 0x28, 0x00, 0xff)),
    intakeOf('\uFEFF{"message_uuid":"bom","from":"1","to":"2","text":"\u2028 \u2029 😀"}\r\n'),
    intakeOf('{\r\n "a" : 1.0e5 ,\r\n "a":12345678901234567890}\r\n'),
    intakeOf('', {
      headers: [
        ['X', '1'],
        ['x', '2'],
        ['X', '1'],
        ['Empty', ''],
        ['Latin', '\u00e9\u0080'],
      ],
    }),
    intakeOf('{"mess', { flaw: 'cut-off', headers: [] }),
    intakeOf('', { flaw: 'too-large', receivedAtMs: 1_700_000_000_000.5 }),
    intakeOf('{}', { route: 'other', method: 'M-SEARCH', path: '/x?y=%00"\\' }),
    intakeOf('x'.repeat(1_048_576)),
  ]
}

async function filled(intakes: Iterable<Intake>) {
  const session = await openSessions({ names: [{ psid: '991000000000007', name: 'Ana' }] })
  const { store } = session
  const seqs = await Promise.all([...intakes].map(store.append))
  for (const [index, seq] of seqs.entries()) {
    if (index % 7 > 0) store.answered({ seq, httpStatus: 200 + (index % 3), durationMs: index / 8 })
  }
  await store.settled()
  for (const [index, seq] of seqs.entries()) {
    if (index % 200 === 0) await store.setPin(seq, true, 1_000 + index)
    if (index % 300 === 0) await store.setNote(seq, `Look at ${index}\n`, 2_000 + index)
  }
  await store.settled()
  return session
}

test('5,000 mixed callbacks, exported, imported and exported again, are the same file', async () => {
  const first = await filled([...awkwardIntakes(), ...generateCallbacks(5_000)])
  for (const [index, sentAtMs] of [0, Date.UTC(2026, 9, 1, 1), Date.UTC(2030, 0)].entries()) {
    const draft = replyDraft({ to: '991000000000007' })
    await first.store.saveReply(acceptedReply(`reply-${index}`, { sentAtMs, draft }))
  }
  const file = await first.exported()
  const second = await openSessions()
  const job = await second.imported(file, 65_536)
  expect(job).toMatchObject({ state: 'done', replies: 3, faults: { count: 0 } })
  expect(job.callbacks).toBe(first.store.sizes().callbacks)
  expect(second.names).toEqual(first.names)
  expect((await second.exported()) === file).toBe(true)
  expect(second.store.count()).toBe(first.store.count())
}, 60_000)

test('what is redacted stays what it is, however often it goes out and in', async () => {
  const first = await filled([...awkwardIntakes(), ...generateCallbacks(1_000)])
  const redacted = await first.exported({ isRedacted: true })
  expect(redacted).not.toContain('991000000000007')
  expect(redacted).not.toContain('abcd1234')
  const second = await openSessions()
  expect(await second.imported(redacted)).toMatchObject({ state: 'done', faults: { count: 0 } })
  expect((await second.exported({ isRedacted: true })) === redacted).toBe(true)
}, 60_000)

test('a HAR file gives the callbacks back with their answers', async () => {
  const first = await filled([...awkwardIntakes(), ...generateCallbacks(500)])
  const har = await first.exported({ format: 'har' })
  expect(JSON.parse(har).log).toMatchObject({ version: '1.2', creator: { name: 'Messenger Workbench' } })
  const second = await openSessions()
  await second.imported(har)
  expect((await second.exported({ format: 'har' })) === har).toBe(true)
})

test('CSV has a line for every callback', async () => {
  const { store, exported } = await filled(generateCallbacks(300))
  const lines = (await exported({ format: 'csv', hasByteOrderMark: true })).split('\r\n')
  expect(lines[0]).toBe(
    '\uFEFFtime,kind,version,type,person,page,message_uuid,summary,signature,answer,error_code',
  )
  expect(lines).toHaveLength(store.sizes().callbacks + 2)
})
